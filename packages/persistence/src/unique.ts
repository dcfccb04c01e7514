import { type Result, refuse } from '@crm/kernel';

const UNIQUE_VIOLATION = '23505';

/**
 * Turns the breach of a unique index into a refusal: pass it to `.catch` of a transaction. Only the database can say no
 * when two come at once. `paths` names, for each index, the input that is taken. Other errors are thrown on.
 */
export const refuseTaken =
  (paths: Readonly<Record<string, readonly string[]>>) =>
  (error: unknown): Result<never, { readonly kind: 'taken'; readonly path: readonly string[] }> => {
    const path = paths[violatedIndex(error) ?? ''];
    if (!path) throw error;
    return refuse({ kind: 'taken', path });
  };

const violatedIndex = (error: unknown) =>
  error instanceof Error &&
  'code' in error &&
  error.code === UNIQUE_VIOLATION &&
  'constraint' in error &&
  typeof error.constraint === 'string'
    ? error.constraint
    : null;
