import { type Result, accept, refuse } from '@crm/kernel';
import { GraphQLError, parse } from 'graphql';

/** Registered documents by their ids. */
export type Manifest = ReadonlyMap<string, string>;

const APOLLO = 'apollo-persisted-query-manifest';

/**
 * Reads a manifest as clients' tools write it: Apollo's `generate-persisted-query-manifest`; an object of ids and
 * documents, as GraphQL Code Generator's client preset and the Relay compiler have it. Refused with one sentence.
 */
export const manifestOf = (text: string): Result<Manifest, string> => {
  const entries = entriesOf(jsonOf(text));
  if (!entries.ok) return entries;
  const documents = new Map<string, string>();
  for (const [id, document] of entries.value) {
    if (typeof document !== 'string') return refuse(`the operation "${id}" has no text`);
    const mistake = mistakeIn(document);
    if (mistake) return refuse(`the operation "${id}" does not parse: ${mistake}`);
    documents.set(id, document);
  }
  return accept(documents);
};

type Entries = Result<readonly (readonly [string, unknown])[], string>;

const entriesOf = (found: unknown): Entries => {
  if (!isRecord(found)) return refuse('it is no JSON object of operations');
  return 'format' in found ? apolloEntries(found) : accept(Object.entries(found));
};

const apolloEntries = ({ format, version, operations }: Json): Entries => {
  if (format !== APOLLO || version !== 1) return refuse(`its format is neither ${APOLLO} 1 nor ids with documents`);
  if (!Array.isArray(operations)) return refuse('it has no operations');
  return accept(
    operations.map((each: unknown) => {
      const { id, body } = isRecord(each) ? each : {};
      return [String(id), body] as const;
    }),
  );
};

const mistakeIn = (document: string) => {
  try {
    parse(document, { noLocation: true });
    return null;
  } catch (error) {
    if (error instanceof GraphQLError) return error.message;
    throw error;
  }
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

type Json = Readonly<Record<string, unknown>>;
const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
