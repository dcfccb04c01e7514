const SOON = 20;
const LATEST = 250;

/** Milliseconds until the next look: soon after there was something, ever later while there is nothing. */
export const nextPause = (sent: number, pause: number) =>
  sent > 0 ? SOON : Math.min(LATEST, Math.max(SOON, pause * 2));

/** Sleeps that a nudge cuts short. A nudge while nobody sleeps is remembered: the next sleep does not happen. */
export const createAlarm = () => {
  let ringing = false;
  let wake: (() => void) | null = null;
  return {
    ring: () => {
      ringing = true;
      wake?.();
    },
    sleep: async (ms: number) => {
      if (!ringing) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
        wake = null;
      }
      ringing = false;
    },
  };
};
