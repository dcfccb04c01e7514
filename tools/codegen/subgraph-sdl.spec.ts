import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { subgraphOf } from './subgraph-sdl.ts';

describe('the SDL that a service publishes', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'subgraph-'));
    write(
      'shared/common.graphql',
      'scalar DateTime scalar Decimal interface Node { id: ID! } "Money." type Money { amount: Decimal! }',
    );
    write(
      'shared/errors.graphql',
      'interface UserError { code: String! } type TakenError implements UserError { code: String! }',
    );
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  const write = (file: string, sdl: string) => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), sdl);
  };
  const published = () => subgraphOf(path.join(root, 'sales'), path.join(root, 'shared'))?.sdl;

  it('is one definition per type, by name, with the link that its directives need', () => {
    write('sales/src/b.graphql', 'extend type Query { lead: Lead } type Lead @key(fields: "id") { id: ID! }');
    write('sales/src/a/a.graphql', 'type Query extend type Lead @tag(name: "x") { name: String }');
    expect(published()).toContain(
      [
        'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@tag"])',
        '',
        'type Lead @tag(name: "x") @key(fields: "id") {\n  name: String\n  id: ID!\n}',
        '',
        'type Query {\n  lead: Lead\n}\n',
      ].join('\n'),
    );
  });

  it('takes the shared types it uses, and the answers that an interface stands for, and no others', () => {
    write('sales/src/a.graphql', 'type Query { errors: [UserError!]! at: DateTime }');
    const sdl = published();
    expect(sdl).toContain('type TakenError implements UserError');
    expect(sdl).toContain('scalar DateTime');
    expect(sdl).not.toContain('Money');
    expect(sdl).not.toContain('Decimal');
  });

  it('has a shared interface when something of its own implements it, and not for the sake of another interface', () => {
    write('shared/job.graphql', 'interface Job implements Node { id: ID! }');
    write('sales/src/a.graphql', 'type Query { node: Node } type Lead implements Node { id: ID! }');
    expect(published()).not.toContain('Job');
    write('sales/src/b.graphql', 'type Import implements Node & Job { id: ID! }');
    expect(published()).toContain('interface Job implements Node');
  });

  it('is nothing for a service without SDL', () => {
    expect(published()).toBeUndefined();
  });

  it.each([
    ['a field declared twice', 'type Query { a: Int } extend type Query { a: Int }', 'Query.a is declared twice.'],
    ['a directive that nobody defines', 'type Query { a: Int @loud }', '@loud is used but defined nowhere.'],
  ])('refuses %s', (_, sdl, complaint) => {
    write('sales/src/a.graphql', sdl);
    expect(published).toThrow(complaint);
  });
});
