import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';

import { newId } from '@crm/kernel';

import { customerService } from '../fixtures/crm.builder.ts';
import { aFolder, composed } from '../fixtures/gateway.builder.ts';
import { TENANT, newKey, salesRep, startIssuer } from '../fixtures/issuer.builder.ts';
import { type RawAnswer, startSubgraph } from '../fixtures/subgraph.builder.ts';

const MAIN = path.join(import.meta.dirname, '../main.ts');
const SECRET = 'a-secret-that-nobody-may-read-but-its-holder'.slice(0, 43);
const KEY = `crm_${TENANT.replaceAll('-', '')}${newId('ApiKey').replaceAll('-', '')}_${SECRET}`;

/** The gateway as a process that says all that it ever says. */
const start = async (env: Readonly<Record<string, string>>, options: readonly string[] = []) => {
  const child = spawn(process.execPath, ['--conditions=source', MAIN, '--port', '0', ...options], {
    env: { ...env, LOG_LEVEL: 'trace' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  const ready = Promise.withResolvers<string>();
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      said.push(line);
      const url = /"url":"([^"]+)"/.exec(line)?.[1];
      if (line.includes('gateway: serving') && url) ready.resolve(url);
    });
  }
  const ended = once(child, 'exit').then(() => {
    ready.reject(new Error(said.join('\n')));
  });
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    return said.join('\n');
  };
  return { url: await ready.promise, stop };
};

describe('what a gateway tells of those who sign in', () => {
  it('holds no token, no key and no secret, whatever was tried', async () => {
    const [folder, issuer] = [await aFolder(), await startIssuer()];
    const customer = await startSubgraph({ ...customerService, jwksFile: folder.jwksFile });
    await writeFile(folder.supergraph, composed([customer]));
    const gateway = await start({
      SUPERGRAPH: folder.supergraph,
      OIDC_ISSUER: issuer.issuer,
      ASSERTION_KEY: folder.assertionKey,
    });
    const good = await issuer.token();
    const tokens = [good, await issuer.token(salesRep, { key: await newKey('first') }), `${good.slice(0, -3)}abc`];
    const ask = (headers: Readonly<Record<string, string>>, query = '{ whoAmI }') =>
      fetch(`${gateway.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query }),
      });
    const answers = [
      ...(await Promise.all(tokens.map((token) => ask({ authorization: `Bearer ${token}` })))),
      await ask({ authorization: `Bearer ${good}` }, '{ broken }'),
      await ask({ 'x-api-key': KEY }),
      await ask({ authorization: `Bearer ${KEY}`, cookie: 'session=very-private' }),
      await ask({ authorization: `Basic ${btoa('somebody:password-1')}` }),
    ];
    const told = [...(await Promise.all(answers.map((each) => each.text()))), await gateway.stop()].join('\n');
    await Promise.all([customer.stop(), issuer.stop(), folder.forget()]);

    expect(answers.map(({ status }) => status)).toEqual([200, 401, 401, 200, 401, 401, 401]);
    expect(told).toContain('gateway: serving');
    expect(told).toContain('subgraph: unexpected error');
    const secrets = [
      ...tokens.flatMap((token) => token.split('.')),
      SECRET,
      'very-private',
      btoa('somebody:password-1'),
    ];
    expect(secrets.filter((secret) => secret.length > 10 && told.includes(secret))).toEqual([]);
  });

  it('holds nothing of an answer that could not be read', async () => {
    const folder = await aFolder();
    const broken = { status: 200, body: '{"data":{"customer":{"name":"李伟"' };
    let answers: RawAnswer | null = null;
    const customer = await startSubgraph({ ...customerService, raw: () => answers });
    await writeFile(folder.supergraph, composed([customer]));
    const gateway = await start({ SUPERGRAPH: folder.supergraph }, ['--no-auth']);
    answers = broken;
    await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ whoAmI }' }),
    });
    const told = await gateway.stop();
    await Promise.all([customer.stop(), folder.forget()]);

    expect(told).toContain('the answer is no GraphQL response');
    expect(told).not.toContain('李伟');
  });
});
