/** Something the person at the keyboard can put right: one sentence that says what is wrong and what to do. */
export class Trouble extends Error {
  override readonly name = 'Trouble';
}

/** A field of an error as text. By shape, not by class: errors of another realm (Jest's, a worker's) are errors too. */
const textOf = (error: unknown, field: 'code' | 'message'): string | null => {
  if (typeof error !== 'object' || error === null) return null;
  const value: unknown = Reflect.get(error, field);
  return typeof value === 'string' ? value : null;
};

/** The system's own code of an error (`ENOENT`, `EADDRINUSE` …); an empty string when it has none. */
export const codeOf = (error: unknown): string => textOf(error, 'code') ?? '';

export const messageOf = (error: unknown): string => textOf(error, 'message') ?? String(error);
