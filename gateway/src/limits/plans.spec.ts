import type { Identity } from '@crm/graphql/assertion';
import { newId } from '@crm/kernel';
import { buildSchema } from 'graphql';

import { type Gate, NEW_PLAN, createGate } from './gate.ts';
import { type LimitSettings, STANDARD_LIMITS } from './settings.ts';

const GRAPH = `
  schema @link(url: "https://specs.apollo.dev/link/v1.0") @link(url: "https://specs.apollo.dev/policy/v0.1", for: SECURITY)
  { query: Query }
  directive @link(url: String, for: String) repeatable on SCHEMA
  directive @policy(policies: [[String!]!]!) on FIELD_DEFINITION
  type Query { a: String  b: String  secret: String @policy(policies: [["role:FINANCE"]]) }`;

const somebody = (...roles: readonly string[]): Identity => ({
  tenant: newId('Tenant'),
  subject: 'somebody',
  employee: null,
  departmentPath: [],
  roles,
  scopes: [],
  customer: null,
  partner: null,
  requestId: 'request-1',
  traceparent: null,
});
const wang = { identity: 'wang', address: '10.0.0.1' };

const leftTo = (gate: Gate) => {
  const spent = gate.spend(wang, 0);
  return spent.ok ? spent.value.remaining : 0;
};

type More = { readonly operationName?: string; readonly variables?: object; readonly identity?: Identity };

const NOT_REFILLED = { ...STANDARD_LIMITS, identityBurst: 20_000 };

/** A door that tells what each question takes out of a budget. */
const aDoor = (limits: LimitSettings = NOT_REFILLED, clock = { now: 0 }) => {
  const gate = createGate(limits, () => clock.now);
  gate.schemaChanged(GRAPH, buildSchema(GRAPH));
  const quoteOf = (query: string, { identity = somebody(), operationName, variables = {} }: More) => {
    const inspected = gate.inspect(query);
    if (!inspected.ok || !inspected.value) throw new Error('not inspected');
    return gate.price(inspected.value, { query, operationName, variables: { ...variables } }, identity);
  };
  const ask = (query: string, more: More = {}) => {
    const quote = quoteOf(query, more);
    const before = leftTo(gate);
    const admitted = quote.ok ? gate.admit(wang, quote.value) : quote;
    if (!admitted.ok) return admitted.refusal.code;
    admitted.value.leave();
    return before - admitted.value.cost.remaining;
  };
  return { gate, ask };
};

const NEW = NEW_PLAN + 1;
const KNOWN = 1;

describe('planning is paid for', () => {
  it('once for each combination of what is skipped or included', () => {
    const { ask } = aDoor();
    const query = 'query ($x: Boolean = true, $y: Boolean!) { a @include(if: $x) b @skip(if: $y) }';
    const asked = [{ y: true }, { y: true }, { x: true, y: true }, { y: false }, { x: false, y: false }, { y: true }];
    expect(asked.map((variables) => ask(query, { variables }))).toEqual([NEW, KNOWN, KNOWN, NEW, NEW, KNOWN]);
  });

  it('once for each operation of a document', () => {
    const { ask } = aDoor();
    const query = 'query A { a } query B { b }';
    expect(['A', 'B', 'A', 'B'].map((operationName) => ask(query, { operationName }))).toEqual([
      NEW,
      NEW,
      KNOWN,
      KNOWN,
    ]);
  });

  it('once for each set of fields that are refused, whoever is refused them', () => {
    const { ask } = aDoor();
    const readers = [somebody('FINANCE'), somebody('SALES'), somebody('SUPPORT'), somebody('FINANCE', 'SALES')];
    expect(readers.map((identity) => ask('{ secret }', { identity }))).toEqual([NEW, NEW, KNOWN, KNOWN]);
    expect(readers.map((identity) => ask('{ a }', { identity }))).toEqual([NEW, KNOWN, KNOWN, KNOWN]);
  });

  it('by whoever is let in: what was refused makes nothing known', () => {
    const { ask } = aDoor();
    expect(ask('query A { a }', { operationName: 'B' })).toBe('OPERATION_RESOLUTION_FAILURE');
    expect(ask('query A { a }')).toBe(NEW);
  });

  it('later by who has not enough at the moment', () => {
    const clock = { now: 0 };
    const { gate, ask } = aDoor({ ...STANDARD_LIMITS, identityBurst: 10_600, identityPerSecond: 1 }, clock);
    expect(gate.spend(wang, 10_500).ok).toBe(true);
    expect(ask('{ a }')).toBe('RATE_LIMITED');
    clock.now = 1_000_000;
    expect(ask('{ a }')).toBe(NEW);
  });

  it('again when so many others were planned that it is forgotten', () => {
    const { gate, ask } = aDoor();
    expect(ask('{ a }')).toBe(NEW);
    const others = Array.from({ length: 1_000 }, (_, n) => `{ a${String(n)}: a }`);
    for (const [n, query] of others.entries()) {
      const inspected = gate.inspect(query);
      if (!inspected.ok || !inspected.value) throw new Error('not inspected');
      const quote = gate.price(inspected.value, { query }, null);
      if (quote.ok) gate.admit({ identity: String(n), address: String(n) }, quote.value);
    }
    expect(ask('{ a }')).toBe(NEW);
  });
});
