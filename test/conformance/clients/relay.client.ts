import { createRequire } from 'node:module';
import path from 'node:path';

import {
  Environment,
  type GraphQLResponse,
  type GraphQLTaggedNode,
  Network,
  type OperationType,
  RecordSource,
  Store,
  commitMutation,
  fetchQuery,
} from 'relay-runtime';

import { headers, report, task } from './task.ts';

type Customer = { readonly id: string; readonly name: string; readonly version: number };
type Customers = OperationType & {
  readonly response: { readonly customers: { readonly edges: readonly { readonly node: Customer }[] } };
};
type Create = OperationType & {
  readonly response: { readonly createCustomer: { readonly customer: Customer | null } };
  readonly rawResponse?: Record<string, unknown>;
};

/** What the compiler made of the document of this name. */
const artifact = (name: string) =>
  // The compiler's own output.
  createRequire(import.meta.url)(path.join(task.folder, '__generated__', `${name}.graphql.js`)) as GraphQLTaggedNode;

let texts = 0;
const environment = new Environment({
  store: new Store(new RecordSource()),
  network: Network.create(async ({ id, text }, variables) => {
    if (text) texts += 1;
    const reply = await fetch(`${task.url}/graphql`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ doc_id: id, variables }),
    });
    // The gateway's answer.
    return (await reply.json()) as GraphQLResponse;
  }),
});

const commit = (input: object) =>
  new Promise<Create['response']>((resolve, reject) => {
    commitMutation<Create>(environment, {
      mutation: artifact('relayCreateMutation'),
      variables: { input },
      onCompleted: resolve,
      onError: reject,
    });
  });

const { createCustomer } = await commit({ kind: 'ORGANIZATION', name: task.name });
const page = await fetchQuery<Customers>(environment, artifact('relayCustomersQuery'), { first: 5 }).toPromise();
const again = await fetchQuery<OperationType & { readonly response: { readonly node: Partial<Customer> | null } }>(
  environment,
  artifact('relayNodeQuery'),
  { id: createCustomer.customer?.id },
).toPromise();
const record = environment
  .getStore()
  .getSource()
  .get(createCustomer.customer?.id ?? '');
report({
  found: page?.customers.edges.map(({ node }) => node.name),
  again: again?.node?.name,
  stored: String(record?.['name']),
  texts,
});
