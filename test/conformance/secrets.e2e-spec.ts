import { getIntrospectionQuery } from 'graphql';

import { aCompany, tokenOf } from '../support/client.ts';
import { type Attacker, anAttacker } from './attacker.builder.ts';
import { aProductionGateway } from './production.builder.ts';

describe.each(['development', 'production'] as const)('a stranger at a gateway with the settings of %s', (settings) => {
  let attacker: Attacker;
  beforeAll(async () => {
    attacker = await anAttacker(settings);
  });
  afterAll(() => attacker.stop());

  it('finds GraphiQL and the schema where they are shown, and nowhere else', async () => {
    const page = await attacker.send({ headers: { accept: 'text/html' } }, '/');
    const schema = await attacker.ask(getIntrospectionQuery());
    const type = await attacker.ask('{ __type(name: "Customer") { fields { name } } }');
    if (settings === 'development') {
      expect([page.status, schema.codes, type.codes]).toEqual([200, [], []]);
      return;
    }
    expect(page.status).toBe(404);
    expect([schema.codes, type.codes]).toEqual([['INTROSPECTION_DISABLED'], ['INTROSPECTION_DISABLED']]);
    expect([schema.data, type.data]).toEqual([undefined, undefined]);
  });

  it('gets no help in guessing names where the schema is not shown', async () => {
    const guesses = [
      await attacker.ask('{ custmers { nodes { id } } }'),
      await attacker.ask('{ customers(frist: 1) { nodes { id } } }'),
      await attacker.ask('query ($k: CustomrKind) { me { id } }'),
      await attacker.ask('{ customers(filter: { nme: { eq: "x" } }) { nodes { id } } }'),
      await attacker.ask('{ customers(orderBy: [{ field: NAM }]) { nodes { id } } }'),
      await attacker.ask('query ($o: [CustomerOrder!]) { customers(orderBy: $o) { nodes { id } } }', {
        o: [{ field: 'NAM' }],
      }),
      await attacker.ask('query ($f: CustomerFilter) { customers(filter: $f) { nodes { id } } }', {
        f: { nme: { eq: 'x' } },
      }),
      await attacker.ask('{ me { ... on Emploee { id } } }'),
      await attacker.ask('{ me @skp(if: true) { id } }'),
    ];
    for (const { codes, text } of guesses) {
      expect(codes).not.toEqual([]);
      if (settings === 'production') expect(text).not.toContain('Did you mean');
    }
    if (settings === 'development') expect(guesses[0]?.text).toContain('Did you mean');
  });
});

describe('tooling', () => {
  it('may ask about the schema in production when it carries the scope for it', async () => {
    const { url, stop } = await aProductionGateway();
    const { person } = await aCompany();
    const headers = {
      'content-type': 'application/json',
      authorization: `Bearer ${await tokenOf(person, { scope: 'crm introspection' })}`,
    };
    const reply = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ query: getIntrospectionQuery() }),
    });
    const { data } = (await reply.json()) as { data?: { __schema: { types: readonly unknown[] } } };
    await stop();
    expect(data?.__schema.types.length).toBeGreaterThan(100);
  });
});
