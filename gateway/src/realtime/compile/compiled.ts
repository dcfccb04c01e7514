import type { Result } from '@crm/kernel';

import type { GraphQLFormattedError } from 'graphql';

import type { Answer } from '../engine/answer.ts';
import type { Refused } from '../refused.ts';
import type { ChangeField } from '../schema/fields.ts';
import type { Values } from './change-shape.ts';

/** A query for the graph, with variables beside the client's own. */
export type Question = { readonly query: string; readonly variables: Values };

/** What the graph answered. */
export type Reply = {
  readonly data?: Readonly<Record<string, unknown>> | null | undefined;
  readonly errors?: readonly GraphQLFormattedError[] | undefined;
};

/** How many records that pass a list's filter at the start are remembered, so that their going is told. */
export const KNOWN_AT_START = 100;

/** What a client waits for, once its variables are known. */
export type Wait = {
  readonly field: ChangeField;
  /** The record's id, when it waits for one. */
  readonly id: string | null;
  /** Asked once: whether this may be subscribed to, and which records are there already. */
  readonly opening: Question;
  readonly openedWith: (reply: Reply) => Result<readonly string[], Refused>;
  /** Asked when something has happened to a record. */
  readonly question: (id: string) => Question;
  readonly answerOf: (reply: Reply, about: { readonly id: string; readonly isNew: boolean }) => Answer;
  /** What a client is told when a record it knew is no longer there; null: of that nothing is told. */
  readonly removal: ((id: string) => Readonly<Record<string, unknown>>) | null;
};

/** A client's document, compiled once for all who send it. */
export type Compiled = { readonly wait: (variables: Values) => Result<Wait, Refused> };
