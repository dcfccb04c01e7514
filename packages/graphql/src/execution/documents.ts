import { type DocumentNode, GraphQLError, type GraphQLSchema, parse, validate } from 'graphql';
import { LRUCache } from 'lru-cache';

import { type CompiledOperation, compileOperation, isCompilable } from './compile.ts';

/** Different documents in use at a time, and how long they are together; what is compiled of one is many times as long. */
const DOCUMENTS = 500;
const CHARACTERS = 2_000_000;
/** A document that is longer is not kept. */
const LONGEST = 100_000;

type Known = { readonly document: DocumentNode; readonly operations: Map<string, CompiledOperation | null> };

/**
 * Parses, validates and compiles each document once. Gives null for what is not compiled: documents that are no
 * GraphQL or do not fit the schema, and all that graphql-js is left to do.
 */
export const documentsOf = (schema: GraphQLSchema) => {
  const known = new LRUCache<string, Known>({
    max: DOCUMENTS,
    maxSize: CHARACTERS,
    maxEntrySize: LONGEST,
    sizeCalculation: (_, text) => text.length || 1,
  });
  const isLeftOut = !isCompilable(schema);

  return (text: string, operationName: string | null): CompiledOperation | null => {
    if (isLeftOut || text.length > LONGEST) return null;
    const entry = known.get(text) ?? read(schema, text);
    if (!entry) return null;
    known.set(text, entry);
    const key = operationName ?? '';
    const compiled = entry.operations.get(key);
    if (compiled !== undefined) return compiled;
    const operation = compileOperation(schema, entry.document, operationName);
    // Names that no operation has are anybody's invention: not kept.
    if (operation) entry.operations.set(key, operation);
    return operation;
  };
};

const read = (schema: GraphQLSchema, text: string): Known | null => {
  try {
    const document = parse(text);
    return validate(schema, document, undefined, { maxErrors: 1 }).length === 0
      ? { document, operations: new Map() }
      : null;
  } catch (error) {
    // No GraphQL: whoever answers in our place says so.
    if (error instanceof GraphQLError) return null;
    throw error;
  }
};
