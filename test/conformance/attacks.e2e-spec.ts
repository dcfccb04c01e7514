import { type Attacker, anAttacker } from './attacker.builder.ts';

const list = (count: number, each: (n: number) => string) => Array.from({ length: count }, (_, n) => each(n)).join(' ');

describe.each(['development', 'production'] as const)('an attack on a gateway with the settings of %s', (settings) => {
  let attacker: Attacker;
  beforeAll(async () => {
    attacker = await anAttacker(settings);
  });
  afterAll(() => attacker.stop());

  it.each([
    ['a hundred aliases', `{ ${list(101, (n) => `a${String(n)}: __typename`)} }`, 'TOO_MANY_ALIASES'],
    [
      'aliases multiplied by fragments',
      `{ ${list(15, (n) => `a${String(n)}: me { ...F }`)} } fragment F on Employee { ${list(10, (n) => `b${String(n)}: id`)} }`,
      'TOO_MANY_ALIASES',
    ],
    ['directives in masses', `{ __typename ${'@aa'.repeat(50)} }`, 'TOO_MANY_DIRECTIVES'],
    ['one field five hundred times', `{ ${'__typename '.repeat(500)} }`, 'TOO_MANY_REPEATS'],
    [
      'fragments that spread each other',
      '{ me { ...A } } fragment A on Employee { id ...B } fragment B on Employee { name ...A }',
      'FRAGMENT_CYCLE',
    ],
    ['a fragment that spreads itself', '{ me { ...A } } fragment A on Employee { id ...A }', 'FRAGMENT_CYCLE'],
    ['fields a thousand deep', `{ me ${'{ department '.repeat(300)}{ id }${' }'.repeat(300)} }`, 'TOO_DEEP'],
    [
      'fields thirty deep',
      `{ me ${'{ department { employees { nodes '.repeat(8)}{ id }${' } } }'.repeat(8)} }`,
      'TOO_DEEP',
    ],
    ['ten thousand tokens', `{ ${'x '.repeat(10_000)} }`, 'TOO_MANY_TOKENS'],
    [
      'lists of lists of lists',
      '{ customers(first: 100) { nodes { contacts(first: 100) { nodes { id } } contracts(first: 100) { nodes { id } } } } }',
      'TOO_COSTLY',
    ],
    ['a list of a milliard', '{ customers(first: 1000000000) { nodes { id } } }', 'TOO_COSTLY'],
    [
      'twenty-one root fields',
      `{ ${list(21, (n) => (n < 10 ? 'me { id }' : n < 20 ? '__typename' : 'analyticsFreshness { lagSeconds }'))} }`,
      'TOO_MANY_ROOT_FIELDS',
    ],
    [
      'a question about the schema that goes in circles',
      `{ __schema { types ${'{ fields { type '.repeat(6)}{ name }${' } }'.repeat(6)} } }`,
      settings === 'production' ? 'INTROSPECTION_DISABLED' : 'GRAPHQL_VALIDATION_FAILED',
    ],
  ])('with %s is refused before anything is planned', async (_, query, code) => {
    const reply = await attacker.ask(query);
    expect(reply.codes).toContain(code);
    expect(reply.data).toBeUndefined();
  });

  it('with fragments that double at every level is refused at once', async () => {
    const levels = list(
      60,
      (n) =>
        `fragment F${String(n)} on Employee { department { ...G${String(n)} } ...F${String(n + 1)} } fragment G${String(n)} on Department { id }`,
    );
    const doubling = list(
      14,
      (n) =>
        `fragment D${String(n)} on Employee { x: manager { ...D${String(n + 1)} } manager { ...D${String(n + 1)} } }`,
    );
    expect((await attacker.ask(`{ me { ...F0 } } ${levels} fragment F60 on Employee { id }`)).status).toBeLessThan(500);
    expect((await attacker.ask(`{ me { ...D0 } } ${doubling} fragment D14 on Employee { id }`)).codes).toEqual([
      expect.stringMatching(/^TOO_/),
    ]);
  });

  it('with many operations in one request is refused', async () => {
    const batch = Array.from({ length: 100 }, () => ({ query: '{ __typename }' }));
    expect(await attacker.post(batch)).toMatchObject({ status: 400, codes: ['BAD_REQUEST'] });
  });

  it('with a mutation by GET is refused, and changes nothing', async () => {
    const name = 'By an address';
    const mutation = `mutation { createDepartment(input: { name: "${name}" }) { department { id } } }`;
    const headers = { 'apollo-require-preflight': '1' };
    const reply = await attacker.send({ headers }, `/graphql?query=${encodeURIComponent(mutation)}`);
    expect(reply.data).toBeUndefined();
    expect(settings === 'production' ? reply.codes : reply.status).toEqual(
      settings === 'production' ? ['PERSISTED_QUERY_REQUIRED'] : 405,
    );
    const { data } = await attacker.client.ask('{ departments { nodes { name } } }');
    expect(JSON.stringify(data)).not.toContain(name);
  });

  it.each([
    ['url-encoded', 'application/x-www-form-urlencoded', 'query=%7B__typename%7D'],
    [
      'as a form of several parts',
      'multipart/form-data; boundary=x',
      '--x\r\ncontent-disposition: form-data; name="query"\r\n\r\n{__typename}\r\n--x--',
    ],
    ['as plain text', 'text/plain', '{"query":"{__typename}"}'],
    ['as GraphQL itself', 'application/graphql', '{__typename}'],
    ['as XML', 'application/xml', '<query/>'],
  ])('sent %s is refused', async (_, type, body) => {
    const reply = await attacker.send({ method: 'POST', headers: { 'content-type': type }, body });
    expect([400, 415]).toContain(reply.status);
    expect(reply.data).toBeUndefined();
  });

  it('from a foreign page by a simple GET is refused', async () => {
    expect(await attacker.send({}, '/graphql?query={__typename}')).toMatchObject({ status: 400, data: undefined });
  });

  it('with a body that is too large, or no JSON, or poisoned, is refused', async () => {
    const raw = (body: string) =>
      attacker.send({ method: 'POST', headers: { 'content-type': 'application/json' }, body });
    expect(await raw(`{"query":"${'x'.repeat(2_000_000)}"}`)).toMatchObject({ status: 413, codes: ['BODY_TOO_LARGE'] });
    expect((await raw('{"query"')).status).toBe(400);
    expect((await raw('{"query":"{__typename}","__proto__":{"x":1}}')).status).toBe(400);
    expect(
      (await raw(`{"query":"{__typename}","variables":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}}`)).codes,
    ).toEqual(['VARIABLES_TOO_DEEP']);
  });

  it('by asking for traces gets none', async () => {
    for (const headers of [
      { 'apollo-federation-include-trace': 'ftv1' },
      { 'x-apollo-tracing': '1', 'apollo-query-plan-experimental': '1' },
    ]) {
      const reply = await attacker.post({ query: '{ me { id } }' }, headers);
      expect(reply.text).not.toMatch(/extensions|ftv1|tracing|plan/i);
    }
  });

  it('by making something go wrong learns nothing of the insides', async () => {
    const filter = { and: Array.from({ length: 200 }, () => ({ name: { contains: '\u0000%' } })) };
    const replies = [
      await attacker.ask('query ($f: CustomerFilter) { customers(filter: $f) { nodes { id } } }', { f: filter }),
      await attacker.ask('{ customers(after: "AAAA\u0000") { nodes { id } } }'),
      await attacker.ask('{ node(id: "00000000-0000-0000-0000-000000000000") { id } }'),
      await attacker.ask('{ _entities(representations: []) { __typename } }'),
      await attacker.ask('{ _service { sdl } }'),
      await attacker.ask('query ($x: Unknown) { me(a: $x) { nothing } }'),
    ];
    for (const { status, text } of replies) {
      expect(status).toBeLessThan(500);
      expect(text).not.toMatch(/node_modules|stacktrace|select |postgres|127\.0\.0\.1|\.ts:|serviceName|_Any/i);
    }
    expect(replies[4]?.data).toBeUndefined();
  });
});
