import { Socket } from 'node:net';

import { lifelineFd } from './config.ts';

/** The program that started us holds a pipe to us: when it is gone, however it went, we are to go as well. */
export const onOrphaned = (stop: () => void): void => {
  const fd = lifelineFd();
  if (fd === null) return;
  // Not a file stream: its pending read would hold up our own exit.
  const pipe = new Socket({ fd, readable: true, writable: false });
  pipe.on('error', () => undefined).once('close', stop);
  pipe.unref();
  pipe.resume();
};
