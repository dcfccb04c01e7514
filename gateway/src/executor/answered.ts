import type { HTTPGraphQLResponse } from '@apollo/server';

import { TAKEN } from './ready-data.ts';

/** An answer as it is sent: its bytes, unless it comes bit by bit. */
export type Answered = {
  readonly response: HTTPGraphQLResponse;
  readonly bytes: Buffer | null;
};

/** Has an answer made whose bytes are made once, without a text of all of them. */
export const answered = async (
  ask: (takeAnswer: (bytes: Buffer) => void) => Promise<HTTPGraphQLResponse>,
): Promise<Answered> => {
  const taken: { bytes: Buffer | null } = { bytes: null };
  const response = await ask((bytes) => {
    taken.bytes = bytes;
  });
  const { body } = response;
  if (body.kind !== 'complete') return { response, bytes: null };
  return { response, bytes: body.string === TAKEN && taken.bytes ? taken.bytes : Buffer.from(body.string) };
};
