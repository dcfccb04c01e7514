import { type IncomingMessage, ServerResponse } from 'node:http';

import { withDeadline } from './deadline.ts';

/** An answer. Of the request nothing more is looked at. */
const aResponse = () =>
  new ServerResponse({ method: 'POST', httpVersionMajor: 1, httpVersionMinor: 1 } as IncomingMessage);

/** Work that is cut short when it is told to, saying why. */
const cutShort = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => {
      // The gateway's own.
      reject(signal.reason as Error);
    });
  });

describe('an answer that somebody waits for', () => {
  it('comes to nothing when the client leaves, and no error is made of it', async () => {
    const response = aResponse();
    const answered = withDeadline(Infinity, response, cutShort);
    response.emit('close');

    expect(await answered).toBeNull();
  });

  it('is refused when its time is over, whether or not that was heeded', async () => {
    const late = { ok: false, refusal: { code: 'REQUEST_TIMED_OUT' } };

    expect(await withDeadline(1, aResponse(), cutShort)).toMatchObject(late);
    expect(await withDeadline(1, aResponse(), () => new Promise(() => undefined))).toMatchObject(late);
  });

  it('fails with what made it fail while the client waits', async () => {
    const broken = withDeadline(Infinity, aResponse(), () => Promise.reject(new Error('broken')));

    await expect(broken).rejects.toThrow('broken');
  });
});
