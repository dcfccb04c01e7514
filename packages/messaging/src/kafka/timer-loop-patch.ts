import RequestQueue from 'kafkajs/src/network/requestQueue/index.js';

/** As kafkajs itself polls while requests wait for a place. */
const CHECK_INTERVAL = 10;

/**
 * kafkajs 2.2.4 sets a timer with a negative delay per connection, again and again: 11 245 fires a second when idle, and
 * a TimeoutNegativeWarning from Node 24 (kafkajs #1704, #1751). Here a timer is set only while something waits for it.
 */
export const patchTimerLoop = () => {
  RequestQueue.prototype.scheduleCheckPendingRequests = function scheduleOnlyWhenNeeded(this: RequestQueue) {
    if (this.throttleCheckTimeoutId || this.pending.length === 0) return;
    const throttled = this.throttledUntil - Date.now();
    this.throttleCheckTimeoutId = setTimeout(
      () => {
        this.throttleCheckTimeoutId = null;
        this.checkPendingRequests();
      },
      throttled > 0 ? throttled : CHECK_INTERVAL,
    );
  };
};
