/** Something the person at the keyboard can put right: one sentence that says what is wrong and what to do. */
export class Trouble extends Error {
  override readonly name = 'Trouble';
}

/** The system's own code of an error (`ENOENT`, `EADDRINUSE` …); an empty string when it has none. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
