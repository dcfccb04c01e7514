import { Trouble, codeOf, messageOf } from '../local/trouble.ts';

const REMEDIES: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk is full: free some space and start again.',
  EROFS: 'The data folder cannot be written: give another by --data.',
  EACCES: 'The data folder belongs to somebody else: give another by --data, or start as its owner.',
  EPERM: 'The data folder belongs to somebody else: give another by --data, or start as its owner.',
};

/** One sentence for the person at the keyboard; for what nobody foresaw, all that is known. */
export const sentenceFor = (error: unknown): string => {
  if (error instanceof Trouble) return error.message;
  const remedy = REMEDIES[codeOf(error)];
  if (remedy) return `${remedy} (${messageOf(error)})`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
};

/** Says why, and ends with a code that scripts see. */
export const fail = (error: unknown): never => {
  process.stderr.write(`${sentenceFor(error)}\n`);
  process.exit(1);
};
