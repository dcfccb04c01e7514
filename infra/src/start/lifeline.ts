import { createReadStream } from 'node:fs';

import { lifelineFd } from './config.ts';

/** The program that started us holds a pipe to us: when it is gone, however it went, we are to go as well. */
export const onOrphaned = (stop: () => void): void => {
  const fd = lifelineFd();
  if (fd === null) return;
  const pipe = createReadStream('', { fd });
  pipe.on('error', () => undefined).once('close', stop);
  pipe.resume();
};
