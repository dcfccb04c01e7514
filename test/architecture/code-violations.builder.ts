/** A rule by its name or its sentence, the file it is broken in, and the code that breaks it. */
export type Violation = readonly [rule: string, file: string, code: string];

const PLANTED = 'services/sales/src/features/planted';

const lines = (count: number, line: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => line(at)).join('\n');

const SYNTAX: readonly Violation[] = [
  ['Only config.ts reads the environment.', `${PLANTED}/env.ts`, 'export const port = process.env;'],
  [
    'Only config.ts reads the environment.',
    `${PLANTED}/env-taken.ts`,
    'const { env } = process;\nexport const all = env;',
  ],
  [
    'Only config.ts reads the environment.',
    `${PLANTED}/env-imported.ts`,
    "import { env } from 'node:process';\nexport const all = env;",
  ],
  ['Export by name.', `${PLANTED}/nameless.ts`, 'export default 1;'],
  ['Use a union of string literals.', `${PLANTED}/enum.ts`, 'export enum Grade { Hot }'],
  [
    'Decorators do not survive type stripping: use EntitySchema.',
    `${PLANTED}/decorated.ts`,
    'declare const entity: ClassDecorator;\n@entity\nexport class Lead {}',
  ],
  [
    'No relationLoadStrategy: loading by query is quadratic. Write the SQL.',
    `${PLANTED}/strategy.ts`,
    "export const options = { relationLoadStrategy: 'query' };",
  ],
  [
    'No eager or lazy relations: say what is read where it is read.',
    `${PLANTED}/eager.entity.ts`,
    'export const owner = { eager: true };',
  ],
  [
    'No eager or lazy relations: say what is read where it is read.',
    `${PLANTED}/lazy.entity.ts`,
    'export const owner = { lazy: true };',
  ],
  [
    'No cascades: each aggregate is saved by its own command.',
    `${PLANTED}/cascade.entity.ts`,
    'export const owner = { cascade: true };',
  ],
  [
    'A version column does not protect: two stale saves both succeed. Use `update … where id and version`.',
    `${PLANTED}/versioned.entity.ts`,
    "export const columns = { version: { type: 'int', version: true } };",
  ],
  ['SQL is lowercase.', `${PLANTED}/loud.queries.ts`, 'export const sql = `SELECT id from lead`;'],
  [
    'Only persistence uses the data source: take what the unit of work gives.',
    `${PLANTED}/global.repository.ts`,
    'declare const dataSource: { manager: unknown };\nexport const all = dataSource.manager;',
  ],
  [
    'Only persistence uses the data source: take what the unit of work gives.',
    `${PLANTED}/global-of.repository.ts`,
    'declare const service: { dataSource: { getRepository: () => unknown } };\nexport const all = service.dataSource.getRepository();',
  ],
  [
    'repository.sum() loses digits: sum in SQL, as text.',
    `${PLANTED}/sum.queries.ts`,
    'declare const leads: { sum: (column: string) => number };\nexport const total = leads.sum("value");',
  ],
  [
    'SQL is set-based, never in a loop.',
    `${PLANTED}/looping.repository.ts`,
    'export const each = async (all: Promise<void>[]) => {\n  for (const one of all) await one;\n};',
  ],
  [
    'Only the relay sends to Kafka: announce it in the unit of work.',
    `${PLANTED}/sending.command.ts`,
    'declare const bus: { send: () => unknown };\nexport const sent = bus.send();',
  ],
  [
    'Only the relay sends to Kafka: announce it in the unit of work.',
    `${PLANTED}/publishing.command.ts`,
    'declare const events: { publish: () => unknown };\nexport const sent = events.publish();',
  ],
  ['Time is an input: take `now`.', `${PLANTED}/time.rules.ts`, 'export const now = () => new Date();'],
  ['Time is an input: take `now`.', `${PLANTED}/ticking.rules.ts`, 'export const now = () => Date.now();'],
  ['Chance is an input.', `${PLANTED}/chance.rules.ts`, 'export const die = () => Math.random();'],
  [
    'Chance is an input.',
    `${PLANTED}/uuid.rules.ts`,
    "import { randomUUID } from 'node:crypto';\nexport const id = () => randomUUID();",
  ],
  [
    'Rules refuse; they do not throw.',
    `${PLANTED}/throwing.rules.ts`,
    "export const fail = () => {\n  throw new Error('no');\n};",
  ],
  ['Rules are synchronous.', `${PLANTED}/waiting.rules.ts`, 'export const wait = async () => Promise.resolve(1);'],
  ['Rules are synchronous.', `${PLANTED}/promising.rules.ts`, 'export type Later = Promise<number>;'],
  ['No module mocks: pass what it needs.', `${PLANTED}/mocking.spec.ts`, "jest.mock('node:fs');"],
  [
    'No random values in tests: laws go to fast-check.',
    `${PLANTED}/random.int-spec.ts`,
    'export const die = Math.random();',
  ],
  [
    'A single test is for the desk, not for everybody.',
    `${PLANTED}/only.spec.ts`,
    "it.only('works', () => undefined);",
  ],
];

const RULES: readonly Violation[] = [
  ['no-restricted-globals', `${PLANTED}/global.rules.ts`, 'export const go = () => fetch;'],
  ['max-lines', `${PLANTED}/long.ts`, lines(201, (at) => `export const n${String(at)} = ${String(at)};`)],
  [
    'max-lines-per-function',
    `${PLANTED}/long-function.ts`,
    `export const f = (a: number[]) => {\n${lines(40, (at) => `  a.push(${String(at)});`)}\n};`,
  ],
  [
    'complexity',
    `${PLANTED}/branches.ts`,
    `export const f = (a: number) => {\n${lines(8, (at) => `  if (a === ${String(at)}) return ${String(at)};`)}\n  return a;\n};`,
  ],
  [
    'complexity',
    `${PLANTED}/deciding.resolvers.ts`,
    `export const f = (a: number) => {\n${lines(5, (at) => `  if (a === ${String(at)}) return ${String(at)};`)}\n  return a;\n};`,
  ],
  [
    '@typescript-eslint/consistent-type-definitions',
    `${PLANTED}/interface.ts`,
    'export interface Lead {\n  readonly id: string;\n}',
  ],
  [
    '@typescript-eslint/switch-exhaustiveness-check',
    `${PLANTED}/switch.ts`,
    "export const f = (a: 'HOT' | 'COLD') => {\n  switch (a) {\n    case 'HOT':\n      return 1;\n  }\n};",
  ],
  ['@typescript-eslint/no-explicit-any', `${PLANTED}/any.ts`, 'export type Anything = any;'],
  ['@typescript-eslint/no-non-null-assertion', `${PLANTED}/bang.ts`, 'export const f = (a?: string) => a!;'],
  ['crm/explained-assertions', `${PLANTED}/as.ts`, 'export const f = (a: unknown) => a as string;'],
];

export const CODE_VIOLATIONS = [...SYNTAX, ...RULES];
