import type { GraphQLESLintRule } from '@graphql-eslint/eslint-plugin';
import { type FieldDefinitionNode, Kind, type ObjectTypeDefinitionNode, type TypeNode, print } from 'graphql';

type Report = (node: unknown, message: string) => void;
type Listeners = ReturnType<GraphQLESLintRule['create']>;

/** One sentence per rule, shown with what is wrong. */
const rule = (sentence: string, listeners: (report: Report) => object): GraphQLESLintRule => ({
  meta: { type: 'problem', messages: { wrong: `{{what}} ${sentence}` }, schema: [] },
  create: (context) => {
    const report: Report = (node, what) => {
      // Listeners get the plugin's converted nodes, typed by kind; what is reported is one of them, untouched.
      context.report({ node: node as never, messageId: 'wrong', data: { what } });
    };
    // The plugin types a listener by its selector; these take any node and read its plain form.
    return listeners(report) as Listeners;
  },
});

const ROOT = ':matches(ObjectTypeDefinition, ObjectTypeExtension)';

type Wrapped = { readonly rawNode: () => unknown };
// The plugin wraps nodes: this gives the plain one below. The selector of the caller decides which kind it is.
const plain = (node: unknown) => (node as Wrapped).rawNode();
// As above: called under selectors of fields only …
const fieldAt = (node: unknown) => plain(node) as FieldDefinitionNode;
// … and of types only.
const typeAt = (node: unknown) => plain(node) as ObjectTypeDefinitionNode;

const pascal = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);
const typeOf = (type: TypeNode) => print(type);
const isList = (type: TypeNode): boolean =>
  type.kind === Kind.NON_NULL_TYPE ? isList(type.type) : type.kind === Kind.LIST_TYPE;
const nameIn = (type: TypeNode): string => (type.kind === Kind.NAMED_TYPE ? type.name.value : nameIn(type.type));

const mutationShape = rule('A mutation takes one `input: <Name>Input!` and answers `<Name>Payload!`.', (report) => ({
  [`${ROOT}[name.value=Mutation] > FieldDefinition`]: (node: unknown) => {
    const field = fieldAt(node);
    const [input, ...others] = field.arguments ?? [];
    const name = pascal(field.name.value);
    const isRight =
      input?.name.value === 'input' &&
      typeOf(input.type) === `${name}Input!` &&
      others.length === 0 &&
      typeOf(field.type) === `${name}Payload!`;
    if (!isRight) report(node, `${field.name.value}:`);
  },
}));

const payloadShape = rule('A payload has `userErrors: [UserError!]!`, and what else it has is nullable.', (report) => ({
  'ObjectTypeDefinition[name.value=/(?<!Batch)Payload$/]': (node: unknown) => {
    const type = typeAt(node);
    const fields = type.fields ?? [];
    const refusals = fields.find((field) => field.name.value === 'userErrors');
    const others = fields.filter((field) => field !== refusals);
    const hasRefusals = refusals !== undefined && typeOf(refusals.type) === '[UserError!]!';
    if (!hasRefusals || others.some((field) => field.type.kind === Kind.NON_NULL_TYPE))
      report(node, `${type.name.value}:`);
  },
}));

const CONNECTION: Readonly<Record<string, (item: string) => string>> = {
  edges: (item) => `[${item}Edge!]!`,
  pageInfo: () => 'PageInfo!',
  totalCount: () => 'Count',
};

const connectionShape = rule(
  'A connection has `edges: [XEdge!]!`, `nodes: [X!]!`, `pageInfo: PageInfo!` and a nullable `totalCount: Count`.',
  (report) => ({
    'ObjectTypeDefinition[name.value=/Connection$/]': (node: unknown) => {
      const type = typeAt(node);
      const name = type.name.value.replace(/Connection$/, '');
      const typed = new Map((type.fields ?? []).map((field) => [field.name.value, typeOf(field.type)]));
      const isRight = Object.entries(CONNECTION).every(([field, expected]) => typed.get(field) === expected(name));
      if (!isRight || !/^\[\w+!\]!$/.test(typed.get('nodes') ?? '')) report(node, `${type.name.value}:`);
    },
  }),
);

const edgeShape = rule('An edge has `cursor: String!` and a non-null `node`.', (report) => ({
  'ObjectTypeDefinition[name.value=/Edge$/]': (node: unknown) => {
    const type = typeAt(node);
    const typed = new Map((type.fields ?? []).map((field) => [field.name.value, typeOf(field.type)]));
    if (typed.get('cursor') !== 'String!' || !typed.get('node')?.endsWith('!')) report(node, `${type.name.value}:`);
  },
}));

const PAGING = ['first', 'after', 'last', 'before'];

const boundedLists = rule(
  'A list is bounded: a connection takes first, after, last, before and says @listSize; a plain list of Query says @listSize(assumedSize:).',
  (report) => ({
    FieldDefinition: (node: unknown) => {
      const field = fieldAt(node);
      const has = new Set((field.arguments ?? []).map((argument) => argument.name.value));
      const isSized = (field.directives ?? []).some(({ name }) => name.value === 'listSize');
      const isConnection = nameIn(field.type).endsWith('Connection');
      if (isConnection && !(isSized && PAGING.every((argument) => has.has(argument))))
        report(node, `${field.name.value}:`);
    },
    [`${ROOT}[name.value=Query] > FieldDefinition`]: (node: unknown) => {
      const field = fieldAt(node);
      const isSized = (field.directives ?? []).some(({ name }) => name.value === 'listSize');
      if (isList(field.type) && !isSized) report(node, `${field.name.value}:`);
    },
  }),
);

const solidLists = rule('A list has no null elements.', (report) => ({
  FieldDefinition: (node: unknown) => {
    const field = fieldAt(node);
    if (/[^!]\]/.test(typeOf(field.type))) report(node, `${field.name.value}:`);
  },
}));

const BOOLEAN_NAME = /^(is|has|can)[A-Z]/;
const INSTANT_NAME = /(At|^until|^since)$/;
const DAY_NAME = /(On|^birthday)$/;

const memberNames = rule('Booleans are isX, hasX or canX; a DateTime ends in At, a Date in On.', (report) => ({
  [`${ROOT} > FieldDefinition`]: (node: unknown) => {
    const field = fieldAt(node);
    const name = field.name.value;
    const wrong: Readonly<Record<string, boolean>> = {
      Boolean: !BOOLEAN_NAME.test(name),
      DateTime: !INSTANT_NAME.test(name),
      Date: !DAY_NAME.test(name),
    };
    if (!isList(field.type) && wrong[nameIn(field.type)]) report(node, `${name}:`);
  },
}));

const objectsNotIds = rule('Outputs give the object, not its id.', (report) => ({
  [`${ROOT} > FieldDefinition[name.value=/[a-z]Id$/]`]: (node: unknown) => {
    const field = fieldAt(node);
    if (nameIn(field.type) === 'ID') report(node, `${field.name.value}:`);
  },
}));

const noTypePrefix = rule('A field does not repeat the name of its type, save for its number.', (report) => ({
  [`${ROOT} > FieldDefinition`]: (node: unknown) => {
    const field = fieldAt(node);
    const name = pascal(field.name.value);
    // The parent of a field is its type.
    const prefix = typeAt((node as { parent: unknown }).parent).name.value;
    // `contactPoints: [ContactPoint!]!` of a contact is named after what it lists.
    const isNamedAfterItems = isList(field.type) && name.startsWith(nameIn(field.type));
    const isPrefixed = name.startsWith(prefix) && name !== prefix && /^[A-Z]/.test(name.slice(prefix.length));
    if (isPrefixed && name !== `${prefix}No` && !isNamedAfterItems) report(node, `${field.name.value}:`);
  },
}));

const noGetters = rule('A field is not called getX.', (report) => ({
  'FieldDefinition[name.value=/^get[A-Z]/]': (node: unknown) => {
    report(node, `${fieldAt(node).name.value}:`);
  },
}));

const ROOT_NAME = '[name.value=/^(Query|Mutation|Subscription)$/]';

const rootDescriptions = rule('A root field says what a client developer would ask.', (report) => ({
  [`${ROOT}${ROOT_NAME} > FieldDefinition`]: (node: unknown) => {
    const field = fieldAt(node);
    if (!field.description) report(node, `${field.name.value}:`);
  },
}));

export const sdlRules = {
  'root-descriptions': rootDescriptions,
  'mutation-shape': mutationShape,
  'payload-shape': payloadShape,
  'connection-shape': connectionShape,
  'edge-shape': edgeShape,
  'bounded-lists': boundedLists,
  'solid-lists': solidLists,
  'member-names': memberNames,
  'objects-not-ids': objectsNotIds,
  'no-type-prefix': noTypePrefix,
  'no-getters': noGetters,
};
