import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

import { STANDARD_DOOR } from '@crm/gateway';
import { newId } from '@crm/kernel';

import { aCompany, tokenOf } from '../support/client.ts';
import { suiteUnderTest } from '../support/config.ts';
import { apolloManifest, presetDocuments, relayArtifacts } from './clients/tools.builder.ts';
import { aProductionGateway } from './production.builder.ts';

const run = promisify(execFile);

/** Runs a client in a Node of its own, as an application would; gives what it reports. */
const reportOf = async (client: string, url: string, folder: string, suffix = ''): Promise<unknown> => {
  const token = await tokenOf((await aCompany()).person);
  const program = path.join(import.meta.dirname, 'clients', `${client}.client.ts`);
  const task = JSON.stringify({ url, token, folder, name: 'Acme', suffix });
  const { stdout } = await run(process.execPath, [program, task], {
    env: { PATH: process.env['PATH'] },
    timeout: 60_000,
  });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
};

/** A gateway remembers hashes: the clients of each run start with ones it cannot know. */
const ownSuffix = () => newId('Customer').replaceAll('-', '');

describe('a client that people use', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'crm-clients-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** A gateway of production that answers what the manifest registers, and nothing else. */
  const withManifest = async (manifest: string, client: string) => {
    const documents = { ...STANDARD_DOOR.documents, manifests: [manifest], operations: 'registered' } as const;
    const production = await aProductionGateway({ documents });
    try {
      return await reportOf(client, production.url, folder);
    } finally {
      await production.stop();
    }
  };

  it('Apollo Client: a normalised cache, and queries by their hash over GET once they are known', async () => {
    expect(await reportOf('apollo', suiteUnderTest().gateway, '/nowhere', ownSuffix())).toEqual({
      before: 'Acme',
      again: 'Acme',
      after: 'Acme renamed',
      sent: ['POST', 'POST with its text', 'GET', 'POST with its text', 'GET', 'POST', 'POST with its text'],
    });
  });

  it('urql with Graphcache: pages put together, and a record renamed wherever it stands', async () => {
    expect(await reportOf('urql', suiteUnderTest().gateway, folder, ownSuffix())).toMatchObject({
      first: 2,
      walked: 3,
      renamed: 'Acme renamed',
      byHash: true,
    });
  });

  it('Relay: what its compiler made, by the ids it persisted, where nothing else is answered', async () => {
    const manifest = await relayArtifacts(folder);
    expect(await withManifest(manifest, 'relay')).toEqual({ found: ['Acme'], again: 'Acme', stored: 'Acme', texts: 0 });
  });

  it('the client preset of GraphQL Code Generator: typed documents by the hashes it persisted', async () => {
    const manifest = await presetDocuments(folder);
    expect(await withManifest(manifest, 'preset')).toEqual({ known: [true, true], created: 'Acme', found: ['Acme'] });
  });

  it('Apollo Client: the operations that Apollo’s own tool put into a manifest', async () => {
    const manifest = await apolloManifest(folder);
    expect(await withManifest(manifest, 'apollo')).toEqual({
      before: 'Acme',
      again: 'Acme',
      after: 'Acme renamed',
      sent: ['POST', 'POST', 'POST', 'POST'],
    });
  });

  it('a plain fetch: an answer, a refusal, and something in the reader’s language', async () => {
    const headers = {
      authorization: `Bearer ${await tokenOf((await aCompany()).person)}`,
      'content-type': 'application/json',
      'accept-language': 'zh-CN',
    };
    const body = JSON.stringify({
      query:
        'mutation { createCustomer(input: { kind: PERSON, name: "" }) { customer { id } userErrors { code message } } }',
    });
    const reply = await fetch(`${suiteUnderTest().gateway}/graphql`, { method: 'POST', headers, body });
    const { data } = (await reply.json()) as {
      data: { createCustomer: { customer: unknown; userErrors: { message: string }[] } };
    };
    expect([reply.status, reply.headers.get('content-type'), data.createCustomer.customer]).toEqual([
      200,
      'application/json; charset=utf-8',
      null,
    ]);
    expect(data.createCustomer.userErrors[0]?.message).toMatch(/\p{Script=Han}/u);
  });
});
