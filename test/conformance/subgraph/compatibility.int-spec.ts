import { composeSupergraph } from '../../../gateway/src/compose/compose.ts';
import { startFixture } from './asking.builder.ts';
import { PEOPLE, PRODUCTS, productResolvers } from './products.builder.ts';

/** What a subgraph has to be able to do so that any gateway of the federation can use it. */
describe('a subgraph of ours', () => {
  let subgraph: Awaited<ReturnType<typeof startFixture>>;
  let sdl: string;
  beforeAll(async () => {
    subgraph = await startFixture(PRODUCTS, productResolvers);
    sdl = String((await subgraph.ask('{ _service { sdl } }')).data._service.sdl);
  });
  afterAll(() => subgraph.stop());

  const composed = () => {
    const result = composeSupergraph([
      { name: 'products', sdl },
      { name: 'people', sdl: PEOPLE },
    ]);
    if (!result.ok) throw new Error(result.refusal.join('\n'));
    return result.value;
  };
  const typeIn = (schema: string, name: string) => new RegExp(`type ${name}\\s[^]*?\\n}`).exec(schema)?.[0] ?? '';

  describe('tells of itself', () => {
    it('in an SDL that has all of its types', () => {
      for (const each of ['Product', 'Study', 'Retired', 'Person', 'Depot', 'Size'])
        expect(typeIn(sdl, each)).not.toBe('');
    });

    it('with a type’s keys, as many as it has', () => {
      const keys = ['id', 'code plant', 'code variant { id }'];
      for (const each of keys) expect(typeIn(sdl, 'Product')).toContain(`@key(fields: "${each}")`);
    });

    it('linked to the version of the federation that it was written for', () => {
      expect(sdl).toMatch(/@link\(url: "https:\/\/specs\.apollo\.dev\/federation\/v2\.9", import: \[[^\]]*"@key"/);
    });

    it('so that it composes with others', () => {
      expect(composed().supergraph).toContain('join__Graph');
    });
  });

  describe('finds an entity', () => {
    it('by one field', async () => {
      const { found } = await subgraph.entity({ __typename: 'Product', id: 'truck' }, 'code plant');
      expect(found).toEqual({ code: 'T-100', plant: 'Wuhu' });
    });

    it('by several fields together', async () => {
      const { found } = await subgraph.entity({ __typename: 'Retired', code: 'T-1', plant: 'Wuhu' }, 'reason');
      expect(found).toEqual({ reason: 'worn' });
    });

    it('by fields of an object within it', async () => {
      const reference = { __typename: 'Study', file: { number: 'F-1', section: 'load' } };
      expect((await subgraph.entity(reference, 'outcome')).found).toEqual({ outcome: 'holds' });
    });

    it.each([{ id: 'truck' }, { code: 'T-100', plant: 'Wuhu' }, { code: 'T-100', variant: { id: 'wide' } }])(
      'by each of its keys: %j',
      async (key) => {
        const { found } = await subgraph.entity({ __typename: 'Product', ...key }, 'id cost');
        expect(found).toEqual({ id: 'truck', cost: 99.5 });
      },
    );

    it('with null for one that is not there', async () => {
      expect(await subgraph.entity({ __typename: 'Product', id: 'ship' }, 'id')).toEqual({
        found: null,
        errors: undefined,
      });
    });

    it('among others of other types, in the order of the references', async () => {
      const { data } = await subgraph.ask(
        `query ($all: [_Any!]!) { _entities(representations: $all) { __typename ... on Product { id } ... on Retired { reason } } }`,
        {
          all: [
            { __typename: 'Retired', code: 'T-1', plant: 'Wuhu' },
            { __typename: 'Product', id: 'ship' },
            { __typename: 'Product', id: 'truck' },
          ],
        },
      );
      expect(data._entities).toEqual([
        { __typename: 'Retired', reason: 'worn' },
        null,
        { __typename: 'Product', id: 'truck' },
      ]);
    });

    it('and refuses a type that it has not', async () => {
      const query = 'query ($all: [_Any!]!) { _entities(representations: $all) { __typename } }';
      const { data, errors } = await subgraph.ask(query, { all: [{ __typename: 'Rocket', id: '1' }] });
      expect(data).toBeNull();
      expect(errors).toMatchObject([{ path: ['_entities'], message: 'Internal error' }]);
    });
  });

  it('@requires: works a field out of what another subgraph gave with the reference', async () => {
    const reference = { __typename: 'Person', email: 'wang@acme.example', made: 1_200, hired: 2_016 };
    expect((await subgraph.entity(reference, 'madePerYear')).found).toEqual({ madePerYear: 120 });
    expect(composed().supergraph).toContain('requires: "made hired"');
  });

  it('@provides: answers on this path what elsewhere is another’s', async () => {
    const { data } = await subgraph.ask('{ product(id: "truck") { designer { hired } } }');
    expect(data).toEqual({ product: { designer: { hired: 2_016 } } });
    expect(composed().supergraph).toContain('provides: "hired"');
  });

  it('@shareable: has types that others may have as well', () => {
    expect(typeIn(sdl, 'Size')).toContain('@shareable');
  });

  it('@tag: passes on what is tagged', () => {
    expect(typeIn(sdl, 'Product')).toContain('@tag(name: "internal")');
    expect(composed().supergraph).toMatch(/notes: String [^\n]*@tag\(name: "internal"\)/);
  });

  it('@override: takes a field over from another subgraph', async () => {
    expect(typeIn(sdl, 'Person')).toContain('@override(from: "people")');
    expect(composed().supergraph).toMatch(/name: String @join__field\(graph: PRODUCTS, override: "people"/);
    const { found } = await subgraph.entity({ __typename: 'Person', email: 'wang@acme.example' }, 'name');
    expect(found).toEqual({ name: 'Wang Fang' });
  });

  it('@inaccessible: hides a field from clients', () => {
    expect(typeIn(sdl, 'Size')).toContain('@inaccessible');
    expect(typeIn(composed().apiSchema, 'Size')).toMatch(/weight/);
    expect(typeIn(composed().apiSchema, 'Size')).not.toMatch(/unit/);
  });

  it('@inaccessible: still answers it to other subgraphs', async () => {
    const { data } = await subgraph.ask('{ product(id: "truck") { size { unit } } }');
    expect(data).toEqual({ product: { size: { unit: 'kg' } } });
  });

  it('@composeDirective: hands its own directive on to the supergraph', () => {
    expect(sdl).toContain('@composeDirective(name: "@masked")');
    expect(composed().supergraph).toMatch(/cost: Float [^\n]*@masked\(by: "FINANCE"\)/);
  });

  it('@interfaceObject: adds a field to all types of an interface that it does not know', async () => {
    const { found } = await subgraph.entity({ __typename: 'Depot', id: 'hall' }, 'retired { code }');
    expect(found).toEqual({ retired: [{ code: 'T-1' }] });
    expect(typeIn(composed().apiSchema, 'Hall')).toContain('retired: [Retired!]!');
  });

  it('@deprecated: says what should not be asked for any more', () => {
    expect(composed().apiSchema).toMatch(/retired\([^)]*\): Retired @deprecated\(reason: "Ask for a product\."\)/);
  });

  describe('keeps a trace (ftv1)', () => {
    const query = '{ product(id: "truck") { code } }';

    it('when the gateway asks for it', async () => {
      const { data, extensions } = await subgraph.ask(query, {}, { 'apollo-federation-include-trace': 'ftv1' });
      const trace = Buffer.from(extensions?.ftv1 ?? '', 'base64').toString('latin1');
      expect(data).toEqual({ product: { code: 'T-100' } });
      expect(trace).toMatch(/product[^]*code/);
    });

    it('and none otherwise', async () => {
      expect(await subgraph.ask(query)).toEqual({ data: { product: { code: 'T-100' } } });
    });
  });
});
