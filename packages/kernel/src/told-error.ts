/** An error as a log tells it: what and where, without the values that it was about. */
export type ToldError = {
  readonly type: string;
  readonly message: string;
  readonly stack?: string;
  readonly cause?: ToldError;
  readonly errors?: readonly ToldError[];
  readonly [fact: string]: unknown;
};

/**
 * What of an error's own fields is told. A list of what may be, since drivers hang whatever they have at hand on their
 * errors: the parameters of a statement, the row that broke a constraint, a whole answer.
 */
const FACTS = ['code', 'constraint', 'schema', 'table', 'column', 'routine', 'syscall', 'address', 'port', 'path'];

/** Data exceptions of Postgres (SQLSTATE class 22): their message quotes the value. */
const DATA_EXCEPTION = /^22...$/;
/** From the first quotation mark to the last: a value may hold some itself. */
const QUOTED = /["'][^]*["']/;
/** "String cannot represent value: …": GraphQL shows the value that does not fit its type. */
const UNFIT = /(cannot represent [^:]*:)[^]+/;

const FRAME = /^ {4}at .*$/gm;
/** Causes of causes; some lead back to where they come from. */
const DEPTH = 5;

/** What to write down of an error for whoever operates: its name, and its message without values. */
export const messageOf = (error: unknown): string => {
  const { type, message } = toldError(error, DEPTH);
  return `${type}: ${message}`;
};

/** For a log: no value that a statement was given, that a record held or that somebody wrote. */
export const toldError = (error: unknown, depth = 0): ToldError => {
  if (!isErrorLike(error)) return { type: typeof error, message: 'What was thrown is no error' };
  const type = nameOf(error);
  const message = withoutValues(error, type);
  return {
    ...factsOf(error),
    type,
    message,
    ...stackOf(error, `${type}: ${message}`),
    ...(depth < DEPTH && insideOf(error, depth + 1)),
  };
};

type ErrorLike = Readonly<Record<string, unknown>> & { readonly message: string };

/** By its looks: an error of another realm is no instance of our `Error`. */
const isErrorLike = (error: unknown): error is ErrorLike =>
  typeof error === 'object' && error !== null && 'message' in error && typeof error.message === 'string';

const nameOf = ({ name }: ErrorLike) => (typeof name === 'string' && name !== '' ? name : 'Error');

/** A stack begins with the message: only the frames are taken over. */
const stackOf = ({ stack }: ErrorLike, head: string) => {
  const frames = typeof stack === 'string' ? stack.match(FRAME) : null;
  return frames && { stack: [head, ...frames].join('\n') };
};

const withoutValues = ({ message, code }: ErrorLike, type: string): string => {
  const quotes = type === 'SyntaxError' || (typeof code === 'string' && DATA_EXCEPTION.test(code));
  return (quotes ? message.replace(QUOTED, '…') : message).replace(UNFIT, '$1 …');
};

const factsOf = (error: ErrorLike) =>
  Object.fromEntries(FACTS.filter((name) => isFact(error[name])).map((name) => [name, error[name]]));

const isFact = (value: unknown): boolean =>
  typeof value === 'string' || typeof value === 'number' || (Array.isArray(value) && value.every(isFact));

const insideOf = ({ cause, errors }: ErrorLike, depth: number) => ({
  ...(isErrorLike(cause) && { cause: toldError(cause, depth) }),
  ...(Array.isArray(errors) && { errors: errors.map((each) => toldError(each, depth)) }),
});
