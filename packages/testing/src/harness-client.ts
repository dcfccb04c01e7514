import { get } from 'node:http';
import { text } from 'node:stream/consumers';

import { testConfig } from './config.ts';

/** Where the shared server of this test run is; the harness starts it when it is asked for the first time. */
export const sharedServer = (what: 'postgres' | 'broker'): Promise<string> =>
  new Promise((resolve, reject) => {
    const { harness } = testConfig();
    if (harness === null) {
      reject(new Error('There is no test harness: run integration specs through the `int` project of jest.preset.ts.'));
      return;
    }
    const request = get({ socketPath: harness, path: `/${what}`, agent: false }, (response) => {
      void text(response).then((said) => {
        if (response.statusCode === 200) resolve(said);
        else reject(new Error(said));
      });
    });
    request.once('error', reject);
  });
