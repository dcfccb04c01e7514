import type { IdType } from './id-types.ts';

/** What is wrong with one value of an input. `path` leads to it from `input` down. */
export type Problem = { readonly path: readonly string[] } & (
  | {
      readonly problem:
        'required' | 'not-an-email' | 'not-a-phone-number' | 'not-a-url' | 'not-a-country' | 'in-the-future';
    }
  | { readonly problem: 'too-long'; readonly max: number }
  | { readonly problem: 'too-many'; readonly max: number }
  | { readonly problem: 'out-of-range'; readonly min: number; readonly max: number }
  | { readonly problem: 'not-allowed-here'; readonly because: string }
  | { readonly problem: 'not-an-id'; readonly expected: IdType; readonly actual: IdType | null }
  | { readonly problem: 'bad-check-digit' }
  | { readonly problem: 'unknown'; readonly what: IdType }
);

/** Refusals that any command may give; every one has a code of its own in the graph. */
export type CommonRefusal =
  | { readonly kind: 'forbidden'; readonly permission: string }
  | { readonly kind: 'not-found'; readonly what: IdType; readonly path: readonly string[] }
  | { readonly kind: 'conflict'; readonly currentVersion: number }
  | { readonly kind: 'invalid-input'; readonly problems: readonly Problem[] }
  | { readonly kind: 'read-only-field'; readonly path: readonly string[] }
  | {
      readonly kind: 'illegal-transition';
      readonly from: string;
      readonly to: string;
      readonly allowed: readonly string[];
    }
  | { readonly kind: 'taken'; readonly path: readonly string[] }
  | { readonly kind: 'idempotency-key-reused' };
