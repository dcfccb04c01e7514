import { Client, fetchExchange, gql } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { relayPagination } from '@urql/exchange-graphcache/extras';
import { persistedExchange } from '@urql/exchange-persisted';
import { getIntrospectionQuery } from 'graphql';

import { DOCUMENTS } from './documents.ts';
import { headers, report, task } from './task.ts';

type Customer = { readonly id: string; readonly name: string; readonly version: number };
type Page = {
  readonly customers: {
    readonly edges: readonly { readonly node: Customer }[];
    readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
  };
};

const endpoint = `${task.url}/graphql`;
const asked = await fetch(endpoint, {
  method: 'POST',
  headers: { ...headers, 'content-type': 'application/json' },
  body: JSON.stringify({ query: getIntrospectionQuery() }),
});
// Asked a line above.
const { data: schema } = (await asked.json()) as { data: never };

const methods: string[] = [];
const client = new Client({
  url: endpoint,
  // A GET of a hashed query must be told from what a foreign page could send.
  fetchOptions: { headers: { ...headers, 'apollo-require-preflight': '1' } },
  fetch: (input, init) => {
    methods.push(init?.method ?? 'GET');
    return fetch(input, init);
  },
  preferGetMethod: false,
  exchanges: [
    cacheExchange({
      schema,
      resolvers: { Query: { customers: relayPagination() } },
      keys: { Money: () => null, Count: () => null },
    }),
    persistedExchange({ preferGetForPersistedQueries: true }),
    fetchExchange,
  ],
});

const own = (name: keyof typeof DOCUMENTS) => DOCUMENTS[name].replace(name, name + task.suffix);
const create = async (name: string) => {
  const { data } = await client.mutation<{ createCustomer: { customer: Customer } }>(
    gql(own('CreateCustomerOfClient')),
    {
      input: { kind: 'ORGANIZATION', name },
    },
  );
  return data?.createCustomer.customer;
};
const customer = await create(task.name);
for (const each of ['second', 'third']) await create(`${task.name} ${each}`);

const page = async (variables: object, requestPolicy: 'network-only' | 'cache-only') =>
  (await client.query<Page>(gql(own('CustomersOfPage')), variables, { requestPolicy })).data?.customers;
const first = await page({ first: 2 }, 'network-only');
const all = await page({ first: 2, after: first?.pageInfo.endCursor }, 'network-only');
await client.mutation(gql(own('RenameCustomerOfClient')), {
  input: { id: customer?.id, expectedVersion: customer?.version, name: `${task.name} renamed` },
});
const cached = await page({ first: 2 }, 'cache-only');
const renamed = cached?.edges.find(({ node }) => node.id === customer?.id)?.node.name;
report({
  first: first?.edges.length,
  walked: all?.edges.length,
  renamed,
  byHash: methods.includes('GET'),
});
