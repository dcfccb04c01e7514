import type { Identity } from '@crm/graphql/assertion';

/** What one client request carries from the door to the subgraphs. */
export type RequestContext = {
  readonly requestId: string;
  /** Null when the gateway runs without authentication. */
  readonly identity: Identity | null;
  /** The client's headers that subgraphs may see; everything else stays outside. */
  readonly forwarded: Readonly<Record<string, string>>;
};
