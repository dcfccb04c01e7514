import { type DocumentNode, type SelectionSetNode, parse, visit } from 'graphql';

import { shapeOf } from './document-shape.ts';

const shape = (text: string) => shapeOf(parse(text, { noLocation: true }));

describe('the size of a document', () => {
  it('is its longest way down, through fragments of either kind', () => {
    const text = `{ customer { ...Card } } fragment Card on Customer { owner { ... on Employee { department { name } } } }`;
    expect(shape(text)).toMatchObject({ depth: 4, fields: 4, rootFields: 1 });
  });

  it('is not hidden by a fragment that bears the name of a field about the schema', () => {
    const text = '{ ...__schema } fragment __schema on Query { a { b { c } } }';
    expect(shape(text)).toMatchObject({ depth: 3, introspects: false });
  });

  it('counts a fragment as often as it is spread', () => {
    const text = '{ a { ...F } b { ...F } c { ...F ...F } } fragment F on T { x y }';
    expect(shape(text)).toMatchObject({ fields: 3 + 8, repeats: 2 });
  });

  it('counts every alias, that of __typename too, and every directive', () => {
    expect(shape('{ a: __typename b: me @skip(if: true) @x { id } }')).toMatchObject({ aliases: 2, directives: 2 });
  });

  it('counts how often one place asks for the same', () => {
    expect(shape('{ me { id id id name } }').repeats).toBe(3);
    expect(shape('{ me { x: id x: id id } }').repeats).toBe(2);
    expect(shape('{ node { ... on A { id } ... on A { id } ... on B { id } } }').repeats).toBe(2);
  });

  it('adds up the operations of a document, and counts the root fields of the widest', () => {
    expect(shape('query A { a b } query B { c }')).toMatchObject({ fields: 3, rootFields: 2 });
  });

  it('says that it asks about the schema, wherever it does', () => {
    expect(shape('{ ...F } fragment F on Query { __type(name: "Query") { name } }').introspects).toBe(true);
    expect(shape('{ me { __typename } }').introspects).toBe(false);
  });

  it.each([
    ['itself', '{ ...A } fragment A on Q { x { ...A } }', 'A'],
    ['itself by a detour', '{ ...A } fragment A on Q { x { ...B } } fragment B on Q { ...A }', 'A'],
    ['itself where nothing spreads it', '{ a } fragment A on Q { ...A }', 'A'],
  ])('names a fragment that spreads %s', (_, text, name) => {
    expect(shape(text).circular).toBe(name);
  });

  it('takes a fragment that is not there for nothing', () => {
    expect(shape('{ a { ...Nobody } }')).toMatchObject({ depth: 1, fields: 1, circular: null });
  });
});

describe('the work of measuring', () => {
  /** Counts how often somebody looks into a selection set of the document. */
  const looks = (document: DocumentNode) => {
    let count = 0;
    const counted = visit(document, {
      SelectionSet: {
        leave: (node): SelectionSetNode =>
          Object.defineProperty({ ...node }, 'selections', {
            enumerable: true,
            get: () => {
              count += 1;
              return node.selections;
            },
          }),
      },
    });
    shapeOf(counted);
    return count;
  };
  /** A document whose fragments double at every level: 2 to the power of `levels` fields in a few lines. */
  const doubling = (levels: number) =>
    parse(
      [
        '{ ...F0 }',
        ...Array.from(
          { length: levels },
          (_, n) => `fragment F${String(n)} on T { a { ...F${String(n + 1)} } b { ...F${String(n + 1)} } }`,
        ),
        `fragment F${String(levels)} on T { id }`,
      ].join(' '),
      { noLocation: true },
    );

  it('grows with the document and not with what its fragments multiply to', () => {
    expect(shapeOf(doubling(60)).fields).toBeGreaterThan(2 ** 60);
    const [small, large] = [looks(doubling(50)), looks(doubling(100))];
    expect(large).toBeLessThan(2.1 * small);
    // Three selection sets at each level, looked at by each of the two counters.
    expect(large).toBeLessThanOrEqual(10 * 100);
  });
});
