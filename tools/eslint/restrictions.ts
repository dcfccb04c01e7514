/** Syntax that the architecture or the style forbids, each with the sentence that is shown. */
export type Restriction = { readonly selector: string; readonly message: string };

export const ENVIRONMENT: readonly Restriction[] = [
  'MemberExpression[object.name="process"][property.name="env"]',
  'VariableDeclarator[init.name="process"] Property[key.name="env"]',
  'ImportDeclaration[source.value=/^(node:)?process$/] ImportSpecifier[imported.name="env"]',
].map((selector) => ({ selector, message: 'Only config.ts reads the environment.' }));

export const DEFAULT_EXPORT: Restriction = { selector: 'ExportDefaultDeclaration', message: 'Export by name.' };

export const EVERYWHERE: readonly Restriction[] = [
  { selector: 'TSEnumDeclaration', message: 'Use a union of string literals.' },
  { selector: 'Decorator', message: 'Decorators do not survive type stripping: use EntitySchema.' },
  {
    selector: 'Property[key.name="relationLoadStrategy"]',
    message: 'No relationLoadStrategy: loading by query is quadratic. Write the SQL.',
  },
  {
    selector: 'Property[key.name=/^(eager|lazy)$/][value.value=true]',
    message: 'No eager or lazy relations: say what is read where it is read.',
  },
  { selector: 'Property[key.name="cascade"]', message: 'No cascades: each aggregate is saved by its own command.' },
  {
    selector: 'TemplateElement[value.raw=/^\\s*(SELECT|INSERT INTO|UPDATE|DELETE FROM|CREATE|ALTER|DROP|WITH)\\s/]',
    message: 'SQL is lowercase.',
  },
];

export const ENTITIES: readonly Restriction[] = [
  {
    selector: 'Property[key.name="version"] > ObjectExpression > Property[key.name="version"][value.value=true]',
    message: 'A version column does not protect: two stale saves both succeed. Use `update … where id and version`.',
  },
];

/** The data source is persistence's: whoever else reaches for it leaves the tenant's transaction. */
export const DATA_SOURCE: readonly Restriction[] = [
  {
    selector:
      'MemberExpression[object.name=/[dD]ataSource$/]' +
      '[property.name=/^(getRepository|manager|query|transaction|createQueryBuilder|createQueryRunner)$/]',
    message: 'Only persistence uses the data source: take what the unit of work gives.',
  },
  {
    selector:
      'MemberExpression[object.property.name="dataSource"]' +
      '[property.name=/^(getRepository|manager|query|transaction|createQueryBuilder|createQueryRunner)$/]',
    message: 'Only persistence uses the data source: take what the unit of work gives.',
  },
];

export const READ_SIDE: readonly Restriction[] = [
  {
    selector: 'CallExpression[callee.property.name=/^(sum|average)$/]',
    message: 'repository.sum() loses digits: sum in SQL, as text.',
  },
  {
    selector: ':matches(ForStatement, ForOfStatement, ForInStatement, WhileStatement) AwaitExpression',
    message: 'SQL is set-based, never in a loop.',
  },
];

/** Only the relay sends: state and its event commit together through the outbox. */
export const SENDING: readonly Restriction[] = [
  {
    selector: 'CallExpression[callee.property.name=/^(sendBatch|publishBatch|publish)$/]',
    message: 'Only the relay sends to Kafka: announce it in the unit of work.',
  },
  {
    selector: 'CallExpression[callee.object.name=/^(bus|eventBus|producer)$/][callee.property.name="send"]',
    message: 'Only the relay sends to Kafka: announce it in the unit of work.',
  },
];

export const RULES: readonly Restriction[] = [
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'Time is an input: take `now`.' },
  {
    selector: 'CallExpression[callee.object.name=/^(Date|performance)$/][callee.property.name="now"]',
    message: 'Time is an input: take `now`.',
  },
  {
    selector: 'CallExpression[callee.object.name="Math"][callee.property.name="random"]',
    message: 'Chance is an input.',
  },
  {
    // Taken as an argument it is an input like any other.
    selector: 'ImportSpecifier[imported.name=/^(newId|randomUUID|randomBytes|randomInt)$/]',
    message: 'Chance is an input.',
  },
  { selector: 'ThrowStatement', message: 'Rules refuse; they do not throw.' },
  { selector: ':function[async=true]', message: 'Rules are synchronous.' },
  { selector: 'TSTypeReference[typeName.name="Promise"]', message: 'Rules are synchronous.' },
];

export const SPECS: readonly Restriction[] = [
  {
    selector: 'CallExpression[callee.object.name="jest"][callee.property.name=/^(mock|doMock|unstable_mockModule)$/]',
    message: 'No module mocks: pass what it needs.',
  },
  {
    selector: 'CallExpression[callee.object.name="Math"][callee.property.name="random"]',
    message: 'No random values in tests: laws go to fast-check.',
  },
  {
    selector: 'MemberExpression[object.name=/^(it|test|describe)$/][property.name="only"]',
    message: 'A single test is for the desk, not for everybody.',
  },
];
