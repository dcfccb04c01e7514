import type { Identity } from '@crm/graphql/assertion';

import type { SubgraphSource } from './http-data-source.ts';
import { SubgraphUnavailable } from './transport.ts';

type Question = {
  readonly name: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
};

/** Asks a subgraph on the gateway's own account. Rejects unless it answers without an error. */
export type AskSubgraph = (subgraph: string, question: Question, identity: Identity) => Promise<unknown>;

export const askSubgraph =
  (sourceOf: (subgraph: string) => SubgraphSource | undefined): AskSubgraph =>
  async (subgraph, { name: operationName, query, variables }, identity) => {
    const source = sourceOf(subgraph);
    if (!source?.ask) throw new SubgraphUnavailable('it cannot be asked', { subgraph });
    const body = JSON.stringify({ query, operationName, variables });
    const context = { requestId: identity.requestId, identity, forwarded: {} };
    const answer = await source.ask({ query, operationName, body, isMutation: false }, context);
    if ('unavailable' in answer || answer.errors?.length) throw new SubgraphUnavailable('no answer', { subgraph });
    return answer.data;
  };
