import { parseArgs } from 'node:util';

import { privateKey } from '../issuer/keys.ts';
import { ROOT } from '../local/paths.ts';
import { Trouble, messageOf } from '../local/trouble.ts';
import { fail } from './fail.ts';
import { layoutOf } from './layout.ts';
import { absolute } from './options.ts';
import { peopleOf, personIn, tokenFor } from './sample-tokens.ts';
import { readState } from './secrets.ts';
import { SUITE } from './suite-file.ts';

const OPTIONS = {
  tenant: { type: 'string' },
  role: { type: 'string', default: 'ADMIN' },
  data: { type: 'string', default: '.data' },
} as const;

const readArguments = () => {
  try {
    return parseArgs({ options: OPTIONS, strict: true }).values;
  } catch (cause) {
    throw new Trouble(`${messageOf(cause)}. Options: --tenant NAME, --role ROLE, --data FOLDER.`);
  }
};

/** `npm run token`: a fresh token of the running suite, alone on the standard output. */
const printToken = async () => {
  const { tenant, role, data } = readArguments();
  const layout = layoutOf(absolute(data, ROOT));
  const suite = await readState(layout.suite, SUITE).catch((error: unknown) => {
    if (error instanceof Trouble) throw error;
    throw new Trouble(`No suite is running in ${layout.data}: npm start.`);
  });
  if (Object.keys(suite.tokens).length === 0) throw new Trouble(`Tokens come from ${suite.issuer}: ask there.`);
  const minting = { issuer: suite.issuer, key: await privateKey(layout.issuerKey, 'ES256') };
  const person = personIn(await peopleOf(layout), tenant, role);
  process.stdout.write(`${await tokenFor(minting, person)}\n`);
};

await printToken().catch(fail);
