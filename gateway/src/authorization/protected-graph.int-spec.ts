import { writeFile } from 'node:fs/promises';

import { aFolder, aGateway, composed } from '../fixtures/gateway.builder.ts';
import { salesRep, startIssuer } from '../fixtures/issuer.builder.ts';
import { startSubgraph } from '../fixtures/subgraph.builder.ts';

const link = (...imports: readonly string[]) =>
  `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [${imports.map((each) => `"${each}"`).join(', ')}])`;
const ADA = { __typename: 'Employee', id: '1', name: 'Ada', salary: 100 };

/** People and pay in two services, some of it for few. */
const people = {
  name: 'people',
  sdl: `${link('@key', '@authenticated', '@requiresScopes', '@policy')}
    interface Person { id: ID!  name: String }
    type Employee implements Person @key(fields: "id") {
      id: ID!
      name: String
      salary: Int @requiresScopes(scopes: [["hr", "pay"], ["board"]])
      grade: Grade
      boss: Employee
    }
    type Guest implements Person { id: ID!  name: String @policy(policies: [["role:RECEPTION"]]) }
    enum Grade @policy(policies: [["employee"]]) { A B }
    type Query { staff: [Employee!]  people: [Person]  must: [Employee!]!  secret: String! @requiresScopes(scopes: [["board"]]) }
    type Mutation { raise: Employee @requiresScopes(scopes: [["hr"]]) }`,
  resolvers: {
    Query: {
      staff: () => [{ ...ADA, grade: 'A', boss: ADA }, ADA],
      people: () => [ADA, { __typename: 'Guest', id: '2', name: 'Bob' }],
      must: () => [ADA],
      secret: () => 'plans',
    },
    Mutation: { raise: () => ADA },
    Employee: { __resolveReference: () => ADA },
  },
};
const pay = {
  name: 'pay',
  sdl: `${link('@key', '@requiresScopes')}
    type Employee @key(fields: "id") { id: ID!  bonus: Int! @requiresScopes(scopes: [["pay"]])  desk: String }
    type Query { payDay: String }`,
  resolvers: { Query: { payDay: () => 'today' }, Employee: { bonus: () => 7, desk: () => 'North' } },
};

const set = async () => {
  const folder = await aFolder();
  const issuer = await startIssuer();
  const { jwksFile, supergraph, assertionKey } = folder;
  const services = [await startSubgraph({ ...people, jwksFile }), await startSubgraph({ ...pay, jwksFile })] as const;
  await writeFile(supergraph, composed(services));
  const gateway = await aGateway({ supergraph, auth: { issuer: issuer.issuer, audience: 'crm', assertionKey } });
  const as = async (query: string, more: object = {}) => {
    const { data, errors } = await gateway.ask(query, { token: await issuer.token({ ...salesRep, ...more }) });
    return { data, refused: (errors ?? []).map(({ path, extensions }) => [path?.join('.'), extensions?.code]) };
  };
  const stop = async () => {
    await gateway.stop();
    await Promise.all([...services.map((each) => each.stop()), issuer.stop(), folder.forget()]);
  };
  return { as, seen: services[0].seen, paySeen: services[1].seen, supergraph, stop };
};

const NO = 'UNAUTHORIZED_FIELD_OR_TYPE';

describe('a graph of which some is for few', () => {
  let scene: Awaited<ReturnType<typeof set>>;
  beforeAll(async () => {
    scene = await set();
  });
  afterAll(() => scene.stop());

  it('gives whoever has what it takes everything', async () => {
    const query = '{ staff { name salary grade bonus } secret }';
    const { data, refused } = await scene.as(query, { scope: 'board pay' });
    expect(refused).toEqual([]);
    const staff = [
      { name: 'Ada', salary: 100, grade: 'A', bonus: 7 },
      { name: 'Ada', salary: 100, grade: null, bonus: 7 },
    ];
    expect(data).toEqual({ staff, secret: 'plans' });
  });

  it('leaves out what is not for the reader, says where, and does not ask the services for it', async () => {
    const { data, refused } = await scene.as('{ staff { name pay: salary boss { salary desk } } }', { scope: 'hr' });
    expect(data).toEqual({
      staff: [
        { name: 'Ada', pay: null, boss: { salary: null, desk: 'North' } },
        { name: 'Ada', pay: null, boss: null },
      ],
    });
    expect(refused).toEqual(
      expect.arrayContaining([
        ['staff.0.pay', NO],
        ['staff.0.boss.salary', NO],
        ['staff.1.pay', NO],
      ]),
    );
    expect(scene.seen.at(-1)?.query).not.toContain('salary');
  });

  it.each([
    ['one scope of two', 'hr', [['staff.0.salary', NO]]],
    ['both scopes', 'pay hr', []],
    ['the other list', 'board', []],
  ])('takes one whole list of scopes: with %s', async (_, scope, expected) => {
    const { refused } = await scene.as('{ staff { salary } }', { scope });
    expect(refused.slice(0, 1)).toEqual(expected);
  });

  it('takes a null that may not be upwards, as any null', async () => {
    expect(await scene.as('{ secret payDay }')).toMatchObject({ data: null, refused: [['secret', NO]] });
    const { data, refused } = await scene.as('{ staff { name bonus } payDay }');
    expect(data).toEqual({ staff: null, payDay: 'today' });
    expect(refused).toContainEqual(['staff.0.bonus', NO]);
  });

  it('guards types by whatever field gives them', async () => {
    const { data, refused } = await scene.as('{ staff { grade } }', { employee_id: undefined });
    expect(data).toEqual({ staff: [{ grade: null }, { grade: null }] });
    expect(refused).toContainEqual(['staff.0.grade', NO]);
  });

  it('guards a field of an interface as of every type behind it', async () => {
    const byInterface = await scene.as('{ people { id name } }');
    expect(byInterface.data).toEqual({
      people: [
        { id: '1', name: null },
        { id: '2', name: null },
      ],
    });
    expect(byInterface.refused).toContainEqual(['people.0.name', NO]);
    const byType = await scene.as('{ people { ... on Employee { name } ... on Guest { id name } } }');
    expect(byType.data).toEqual({ people: [{ name: 'Ada' }, { id: '2', name: null }] });
    expect(byType.refused).toEqual([['people.1.name', NO]]);
    const receptionist = await scene.as('{ people { id name } }', { roles: ['RECEPTION'] });
    expect(receptionist.refused).toEqual([]);
  });

  it('changes nothing for whoever may not', async () => {
    const before = scene.seen.length;
    expect(await scene.as('mutation { raise { name } }')).toEqual({ data: { raise: null }, refused: [['raise', NO]] });
    expect(scene.seen).toHaveLength(before);
    expect(await scene.as('mutation { raise { name } }', { scope: 'hr' })).toMatchObject({
      data: { raise: { name: 'Ada' } },
    });
  });

  it('answers each as each may, however often the same document comes', async () => {
    const query = 'query Pay { staff { salary } }';
    const told = await Promise.all(
      ['hr', 'board', '', 'hr pay', 'board'].map(async (scope) => (await scene.as(query, { scope })).refused.length),
    );
    expect(told).toEqual([2, 0, 2, 0, 0]);
  });

  it('is for nobody where nobody signs in', async () => {
    const open = await aGateway({ supergraph: scene.supergraph });
    const { data, errors } = await open.ask('{ secret payDay }');
    await open.stop();
    expect([data, errors?.[0]?.extensions?.code]).toEqual([null, NO]);
  });
});
