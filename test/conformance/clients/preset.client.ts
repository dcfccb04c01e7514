import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { headers, report, task } from './task.ts';

/** What the client preset generates: a document that is its text and knows its hash. */
type Generated = Readonly<
  Record<string, { readonly toString: () => string; readonly __meta__?: { readonly hash?: string } }>
>;

// As the preset has just generated it.
const generated = (await import(path.join(task.folder, 'preset', 'graphql.ts'))) as Generated;
// Ids and texts.
const manifest = JSON.parse(
  await readFile(path.join(task.folder, 'preset', 'persisted-documents.json'), 'utf8'),
) as Readonly<Record<string, string>>;

type Answer = {
  readonly data?: Readonly<
    Record<string, { readonly customer?: Named; readonly edges?: readonly { readonly node: Named }[] }>
  >;
};
type Named = { readonly name: string };

const ask = async (name: string, variables: object) => {
  const documentId = generated[name]?.__meta__?.hash;
  const reply = await fetch(`${task.url}/graphql`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ documentId, variables }),
  });
  // What the two operations below answer.
  const answer = (await reply.json()) as Answer;
  return { known: Object.hasOwn(manifest, String(documentId)), answer };
};

const created = await ask('CreateCustomerOfClientDocument', { input: { kind: 'ORGANIZATION', name: task.name } });
const page = await ask('CustomersOfPageDocument', { first: 5 });
report({
  known: [created.known, page.known],
  created: created.answer.data?.createCustomer?.customer?.name,
  found: page.answer.data?.customers?.edges?.map(({ node }) => node.name),
});
