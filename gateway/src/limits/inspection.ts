import { type Result, accept, refuse } from '@crm/kernel';
import { type DocumentNode, GraphQLError, Lexer, Source, TokenKind, parse } from 'graphql';
import { LRUCache } from 'lru-cache';

import { type Shape, shapeOf } from './document-shape.ts';
import { type DoorRefusal, circular, tooMuch } from './refusals.ts';
import type { LimitSettings } from './settings.ts';

/** A document within its limits. */
export type Inspected = { readonly document: DocumentNode; readonly shape: Shape };

const REMEMBERED = 1_000;
/** A parsed document takes some forty times the memory of its text. */
const REMEMBERED_CHARACTERS = 1_000_000;
const MEASURED = ['depth', 'aliases', 'directives', 'repeats', 'rootFields', 'fields'] as const;

/**
 * Lets in documents within the limits, and remembers them. The tokens are counted before anything else is done, so that
 * nothing below works on more of them. What does not parse is given as null: whoever executes says why.
 */
export const createInspection = (limits: LimitSettings) => {
  const known = new LRUCache<string, Inspected>({
    max: REMEMBERED,
    maxSize: REMEMBERED_CHARACTERS,
    sizeCalculation: (_, text) => text.length,
  });

  return (text: string): Result<Inspected | null, DoorRefusal> => {
    const earlier = known.get(text);
    if (earlier) return accept(earlier);
    if (hasMoreTokensThan(limits.tokens, text)) return refuse(tooMuch('tokens', limits.tokens));
    const document = parsed(text);
    if (!document) return accept(null);
    const shape = shapeOf(document);
    const refusal = refusalOf(shape, limits);
    if (refusal) return refuse(refusal);
    known.set(text, { document, shape });
    return accept({ document, shape });
  };
};

const refusalOf = (shape: Shape, limits: LimitSettings): DoorRefusal | null => {
  if (shape.circular !== null) return circular(shape.circular);
  const over = MEASURED.find((each) => shape[each] > limits[each]);
  return over ? tooMuch(over, limits[over], shape[over]) : null;
};

/** Stops at the first token beyond, and at the first that is none. */
export const hasMoreTokensThan = (limit: number, text: string): boolean => {
  const lexer = new Lexer(new Source(text));
  try {
    for (let count = 0; lexer.advance().kind !== TokenKind.EOF;) {
      count += 1;
      if (count > limit) return true;
    }
    return false;
  } catch (error) {
    if (error instanceof GraphQLError) return false;
    throw error;
  }
};

const parsed = (text: string): DocumentNode | null => {
  try {
    return parse(text, { noLocation: true });
  } catch (error) {
    if (error instanceof GraphQLError) return null;
    throw error;
  }
};
