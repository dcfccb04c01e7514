import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { ApolloClient, HttpLink, InMemoryCache, type TypedDocumentNode, gql } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';

import { DOCUMENTS } from './documents.ts';
import { headers, report, task } from './task.ts';

type Customer = { readonly id: string; readonly name: string; readonly version: number };
type Page = { readonly customers: { readonly edges: readonly { readonly node: Customer }[] } };
type Created = { readonly createCustomer: { readonly customer: Customer } };

/** What went over the wire: methods, and whether a text went with them. */
const sent: string[] = [];
const watched: typeof fetch = (input, init) => {
  const target = input instanceof Request ? input.url : String(input);
  const hasText = target.includes('query=') || (typeof init?.body === 'string' && init.body.includes('"query"'));
  sent.push(`${init?.method ?? 'GET'}${hasText ? ' with its text' : ''}`);
  return fetch(input, init);
};

const clientWith = (link: PersistedQueryLink) =>
  new ApolloClient({
    link: link.concat(new HttpLink({ uri: `${task.url}/graphql`, headers, fetch: watched })),
    cache: new InMemoryCache(),
  });

/** The manifest that Apollo's tool wrote, when there is one. */
const registered = JSON.parse(await readFile(path.join(task.folder, 'apollo.json'), 'utf8').catch(() => 'null')) as {
  readonly operations: readonly { readonly id: string; readonly name: string }[];
  // As the tool documents it.
} | null;

const client = clientWith(
  registered
    ? new PersistedQueryLink({
        generateHash: (document) => {
          const name = document.definitions.map((each) => ('name' in each ? each.name.value : '')).join('');
          return registered.operations.find((each) => each.name === name)?.id ?? '';
        },
      })
    : new PersistedQueryLink({
        sha256: (text) => createHash('sha256').update(text).digest('hex'),
        useGETForHashedQueries: true,
      }),
);

const own = (name: keyof typeof DOCUMENTS) => DOCUMENTS[name].replace(name, name + task.suffix);
const create: TypedDocumentNode<Created> = gql(own('CreateCustomerOfClient'));
const customers: TypedDocumentNode<Page> = gql(own('CustomersOfPage'));
const rename: TypedDocumentNode = gql(own('RenameCustomerOfClient'));

const created = await client.mutate({
  mutation: create,
  variables: { input: { kind: 'ORGANIZATION', name: task.name } },
});
const customer = created.data?.createCustomer.customer;
const ask = () => client.query({ query: customers, variables: { first: 5 }, fetchPolicy: 'network-only' });
const [first, again] = [await ask(), await ask()];
const input = { id: customer?.id, expectedVersion: customer?.version, name: `${task.name} renamed` };
await client.mutate({ mutation: rename, variables: { input } });
// No request: what the mutation answered has changed the record in the cache, wherever it stands.
const cached = client.readQuery({ query: customers, variables: { first: 5 } });
const nameOf = (page: Page | null | undefined) =>
  page?.customers.edges.find(({ node }) => node.id === customer?.id)?.node.name;
report({ before: nameOf(first.data), again: nameOf(again.data), after: nameOf(cached), sent });
