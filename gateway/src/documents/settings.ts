import { z } from 'zod';

/**
 * Which operations are served: `any`; `registered` ones only; or any, with those that are not registered written to
 * the log, which is how a gateway gets from the one to the other.
 */
export type ServedOperations = 'any' | 'log' | 'registered';

export type DocumentSettings = {
  /** Files that clients' tools wrote: every operation that the clients may ask. */
  readonly manifests: readonly string[];
  readonly operations: ServedOperations;
  /** Which queries GET answers: with their text in the address, or those that go by an id. */
  readonly getQueries: 'any' | 'persisted';
  /** Who carries this scope may ask about the schema even where introspection is off. */
  readonly introspectionScope: string;
};

const oneOf = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.enum(values, `must be one of ${values.join(', ')}`);

/** What holds outside production when nobody says otherwise. */
export const STANDARD_DOCUMENTS: DocumentSettings = {
  manifests: [],
  operations: 'any',
  getQueries: 'any',
  introspectionScope: 'introspection',
};

/** The variables about documents, for the one reader of the environment. */
export const documentVariables = {
  PERSISTED_MANIFESTS: z
    .string()
    .default('')
    .transform((list) => list.split(',').map((each) => each.trim()))
    .transform((list) => list.filter(Boolean)),
  OPERATIONS: oneOf(['any', 'log', 'registered']).default('any'),
  GET_QUERIES: oneOf(['any', 'persisted']).optional(),
  INTROSPECTION_SCOPE: z.string().default('introspection'),
};

type Parsed = {
  readonly PERSISTED_MANIFESTS: readonly string[];
  readonly OPERATIONS: ServedOperations;
  readonly GET_QUERIES?: DocumentSettings['getQueries'] | undefined;
  readonly INTROSPECTION_SCOPE: string;
};

export const documentsOf = (parsed: Parsed, production: boolean): DocumentSettings => ({
  manifests: parsed.PERSISTED_MANIFESTS,
  operations: parsed.OPERATIONS,
  getQueries: parsed.GET_QUERIES ?? (production ? 'persisted' : 'any'),
  introspectionScope: parsed.INTROSPECTION_SCOPE,
});
