import { type Result, accept, refuse } from '@crm/kernel';
import { type DocumentNode, GraphQLError, Lexer, Source, TokenKind, parse } from 'graphql';
import { LRUCache } from 'lru-cache';

import { type Shape, shapeOf } from './document-shape.ts';
import { type DoorRefusal, circular, tooMuch } from './refusals.ts';
import type { LimitSettings } from './settings.ts';

/** A document within its limits. */
export type Inspected = {
  readonly document: DocumentNode;
  readonly shape: Shape;
  readonly text: string;
  /** For as long as it is remembered, it is this one. */
  readonly number: number;
};

const REMEMBERED = 1_000;
/** A parsed document takes some forty times the memory of its text. */
const REMEMBERED_CHARACTERS = 1_000_000;
/** Parsing calls itself for each: far beyond any honest document, far below what a stack bears. */
const MOST_BRACKETS = 200;
const BRACKETS: ReadonlyMap<TokenKind, number> = new Map([
  [TokenKind.BRACE_L, 1],
  [TokenKind.BRACKET_L, 1],
  [TokenKind.PAREN_L, 1],
  [TokenKind.BRACE_R, -1],
  [TokenKind.BRACKET_R, -1],
  [TokenKind.PAREN_R, -1],
]);
const MEASURED = ['depth', 'aliases', 'directives', 'conditions', 'repeats', 'rootFields', 'fields'] as const;

/**
 * Lets in documents within the limits. The tokens are counted before anything else is done, so that nothing below works
 * on more of them. What does not parse is given as null: whoever executes says why. Those that were paid for are to be
 * remembered, and no others: who is refused could make all that others use be forgotten.
 */
export const createInspection = (limits: LimitSettings) => {
  const known = new LRUCache<string, Inspected>({
    max: REMEMBERED,
    maxSize: REMEMBERED_CHARACTERS,
    sizeCalculation: (_, text) => text.length,
  });

  let number = 0;

  const inspect = (text: string): Result<Inspected | null, DoorRefusal> => {
    const earlier = known.get(text);
    if (earlier) return accept(earlier);
    const overrun = overrunOf(text, limits.tokens);
    if (overrun === 'tokens') return refuse(tooMuch('tokens', limits.tokens));
    if (overrun === 'depth') return refuse(tooMuch('depth', Math.min(limits.depth, MOST_BRACKETS)));
    const document = parsed(text);
    if (!document) return accept(null);
    const shape = shapeOf(document);
    const refusal = refusalOf(shape, limits);
    if (refusal) return refuse(refusal);
    number += 1;
    return accept({ document, shape, text, number });
  };
  return {
    inspect,
    remember: (inspected: Inspected) => {
      known.set(inspected.text, inspected);
    },
  };
};

const refusalOf = (shape: Shape, limits: LimitSettings): DoorRefusal | null => {
  if (shape.circular !== null) return circular(shape.circular);
  const over = MEASURED.find((each) => shape[each] > limits[each]);
  return over ? tooMuch(over, limits[over], shape[over]) : null;
};

/**
 * Which limit a text passes when it is read from its beginning: that of tokens, or that of brackets inside each other.
 * Stops at the first token beyond, and at the first that is none.
 */
export const overrunOf = (text: string, mostTokens: number): 'tokens' | 'depth' | null => {
  const lexer = new Lexer(new Source(text));
  let [tokens, brackets] = [0, 0];
  try {
    for (let { kind } = lexer.advance(); kind !== TokenKind.EOF; { kind } = lexer.advance()) {
      tokens += 1;
      brackets += BRACKETS.get(kind) ?? 0;
      if (tokens > mostTokens) return 'tokens';
      if (brackets > MOST_BRACKETS) return 'depth';
    }
    return null;
  } catch (error) {
    if (error instanceof GraphQLError) return null;
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
