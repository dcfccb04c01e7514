import type { GraphQLFormattedError } from 'graphql';

/** One request to a subgraph. */
export type SubgraphQuestion = {
  readonly query: string;
  readonly operationName: string | undefined;
  /** The whole request as JSON. */
  readonly body: string;
  readonly isMutation: boolean;
};

export type SubgraphAnswer =
  | { readonly data: unknown; readonly errors?: readonly GraphQLFormattedError[] | undefined }
  /** It gave no usable answer: the error stands wherever that leaves the client's answer empty. */
  | { readonly unavailable: GraphQLFormattedError };

/** Asks a subgraph by its name. Rejects only when the whole request is over: nobody waits for it any more. */
export type AskSubgraph = (subgraph: string, question: SubgraphQuestion) => Promise<SubgraphAnswer>;
