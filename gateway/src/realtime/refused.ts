import type { GraphQLFormattedError } from 'graphql';

/** Why a subscription is not begun, or ends. Written for the client; `status` is HTTP's, where there is one. */
export type Refused = { readonly status: number; readonly errors: readonly GraphQLFormattedError[] };

const CODES = {
  SERVICE_UNAVAILABLE: { status: 503, message: 'Changes cannot be followed at the moment. Subscribe again later.' },
  RESUME_EXPIRED: {
    status: 410,
    message: 'It is too late to go on from that event. Read afresh, and subscribe without an event id.',
  },
  BAD_EVENT_ID: { status: 400, message: 'That is no event id of this subscription field.' },
  WRONG_ID: { status: 400, message: 'That id identifies something else.' },
  NOT_A_SUBSCRIPTION: { status: 400, message: 'Only subscriptions come this way. Send the operation as a POST.' },
  CONDITIONAL_SUBSCRIPTION: { status: 400, message: 'The field of a subscription may not be skipped or included.' },
  SLOW_CONSUMER: { status: 503, message: 'Changes come faster than they are taken. Subscribe again and read afresh.' },
  TOO_MANY_SUBSCRIPTIONS: { status: 429, message: 'There are too many subscriptions already. End one first.' },
  SCHEMA_CHANGED: { status: 503, message: 'The graph has changed. Subscribe again.' },
  UNAUTHENTICATED: { status: 401, message: 'The access token is no longer good. Sign in again.' },
} as const;

export type RefusedCode = keyof typeof CODES;

/** The error of a code, with whatever the client can act on. */
export const refused = (code: RefusedCode, details: Readonly<Record<string, unknown>> = {}): Refused => {
  const { status, message } = CODES[code];
  return { status, errors: [{ message, extensions: { code, ...details } }] };
};

/** What is wrong with a document or its variables. */
export const invalid = (code: string, errors: readonly GraphQLFormattedError[]): Refused => ({
  status: 400,
  errors: errors.map((each) => ({ ...each, extensions: { ...each.extensions, code } })),
});
