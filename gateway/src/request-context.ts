import type { Identity } from '@crm/graphql/assertion';

import type { TakeAnswer } from './executor/ready-data.ts';
import type { Priced } from './limits/gate.ts';

/** What one client request carries from the door to the subgraphs. */
export type RequestContext = {
  readonly requestId: string;
  /** Null when the gateway runs without authentication. */
  readonly identity: Identity | null;
  /** The client's headers that subgraphs may see; everything else stays outside. */
  readonly forwarded: Readonly<Record<string, string>>;
  /** Aborted when nobody waits for the answer any more: the subgraph requests it caused end with it. */
  readonly signal?: AbortSignal;
  /** Given when the client asked what its operation costs: goes into the answer's extensions. */
  readonly costReport?: Priced;
  /** Given by who sends the bytes of an answer, and wants no text of them. */
  readonly takeAnswer?: TakeAnswer;
  /** Set while an operation is being answered: fields that the one who asks may not have. */
  refusals?: Refusals;
};

/** What is left out of an answer. Equal keys mean equal fields, so that an operation is planned once for each key. */
export type Refusals = {
  readonly key: string;
  /** By coordinate, `Type.field`; a field of an interface is refused by its own coordinate or by that of its object. */
  readonly fields: ReadonlyMap<string, { readonly code: string; readonly message: string }>;
};
