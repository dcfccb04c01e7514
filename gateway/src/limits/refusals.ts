import type { LimitName } from './settings.ts';

/** Why a request is not answered. Its message and details are the client's to read. */
export type DoorRefusal = {
  readonly code: string;
  readonly message: string;
  /** Of HTTP. What is wrong with the GraphQL inside a well-formed request is 400. */
  readonly status: number;
  /** What the client may do about it: the number allowed and the number asked, or when to come back. */
  readonly details?: Readonly<Record<string, string | number>>;
  readonly retryAfterSeconds?: number;
};

type Measured = Extract<
  LimitName,
  | 'bodyBytes'
  | 'tokens'
  | 'depth'
  | 'aliases'
  | 'rootFields'
  | 'directives'
  | 'conditions'
  | 'repeats'
  | 'fields'
  | 'variablesDepth'
  | 'cost'
  | 'responseBytes'
>;

const TOO_MUCH: Readonly<Record<Measured, { readonly code: string; readonly what: string; readonly status?: number }>> =
  {
    bodyBytes: { code: 'BODY_TOO_LARGE', what: 'bytes in a request', status: 413 },
    tokens: { code: 'TOO_MANY_TOKENS', what: 'tokens in a document' },
    depth: { code: 'TOO_DEEP', what: 'fields inside each other' },
    aliases: { code: 'TOO_MANY_ALIASES', what: 'aliases in a document' },
    rootFields: { code: 'TOO_MANY_ROOT_FIELDS', what: 'root fields in an operation' },
    directives: { code: 'TOO_MANY_DIRECTIVES', what: 'directives in a document' },
    conditions: { code: 'TOO_MANY_CONDITIONS', what: 'variables of @skip and @include in a document' },
    repeats: { code: 'TOO_MANY_REPEATS', what: 'fields of one name at one place' },
    fields: { code: 'TOO_MANY_FIELDS', what: 'fields in a document with its fragments spread' },
    variablesDepth: { code: 'VARIABLES_TOO_DEEP', what: 'objects and lists inside each other in the variables' },
    cost: { code: 'TOO_COSTLY', what: 'points of cost for an operation' },
    responseBytes: { code: 'ANSWER_TOO_LARGE', what: 'bytes in an answer' },
  };

/** The number asked is left out where counting stopped at the limit, or had no end. */
export const tooMuch = (limit: Measured, allowed: number, asked?: number): DoorRefusal => {
  const { code, what, status = 400 } = TOO_MUCH[limit];
  const isCounted = asked !== undefined && Number.isFinite(asked);
  const given = isCounted ? ` This one has ${String(asked)}.` : '';
  return {
    code,
    status,
    message: `At most ${String(allowed)} ${what} are allowed.${given}`,
    details: { limit: allowed, ...(isCounted && { actual: asked }) },
  };
};

/** The budget of an identity or an address is spent for the moment. */
export const rateLimited = (whose: 'identity' | 'address', cost: number, retryAfterMs: number): DoorRefusal => {
  const retryAfterSeconds = Math.max(1, Math.ceil(retryAfterMs / 1000));
  return {
    code: 'RATE_LIMITED',
    status: 429,
    message: `Too much was asked in a short time. Ask again in ${String(retryAfterSeconds)} s.`,
    details: { of: whose, cost, retryAfterSeconds },
    retryAfterSeconds,
  };
};

export const tooManyAtOnce = (whose: 'identity' | 'gateway', allowed: number): DoorRefusal => ({
  code: 'TOO_MANY_REQUESTS_AT_ONCE',
  status: whose === 'identity' ? 429 : 503,
  message: `At most ${String(allowed)} requests are answered at once. Ask again in a moment.`,
  details: { of: whose, limit: allowed, retryAfterSeconds: 1 },
  retryAfterSeconds: 1,
});

export const timedOut = (ms: number): DoorRefusal => ({
  code: 'REQUEST_TIMED_OUT',
  status: 504,
  message: `No answer could be given within ${String(ms)} ms. Ask for less at once.`,
  details: { limit: ms },
});

export const circular = (fragment: string): DoorRefusal => ({
  code: 'FRAGMENT_CYCLE',
  status: 400,
  message: `Fragment "${fragment}" spreads itself.`,
});

/** The document has no operation of this name, or several and no name was given. */
export const noOperation = (name: string | undefined): DoorRefusal => ({
  code: 'OPERATION_RESOLUTION_FAILURE',
  status: 400,
  message:
    name === undefined
      ? 'The document must have one operation, or the request must name one of them.'
      : 'The document has no operation of the name given.',
});

export const badRequest = (message: string, status = 400): DoorRefusal => ({ code: 'BAD_REQUEST', status, message });

/** As GraphQL answers it. */
export const bodyOf = ({ code, message, details }: DoorRefusal) => ({
  errors: [{ message, extensions: { code, ...details } }],
});
