import {
  type ConstDirectiveNode,
  type ConstValueNode,
  type FieldDefinitionNode,
  Kind,
  type NameNode,
  parse,
} from 'graphql';

/** Which subgraph answers each field of Query: the first, where several do. */
export type Answerers = ReadonlyMap<string, string>;

/** Reads them from a supergraph, those that clients do not see included. */
export const answerersIn = (supergraph: string): Answerers => {
  const { definitions } = parse(supergraph, { noLocation: true });
  const graphs = definitions.filter((each) => each.kind === Kind.ENUM_TYPE_DEFINITION).find(named('join__Graph'));
  const query = definitions.filter((each) => each.kind === Kind.OBJECT_TYPE_DEFINITION).find(named('Query'));
  const names = new Map(graphs?.values?.map((each) => [each.name.value, saidIn(each, 'join__graph', 'name')]));
  // A field that says nothing of where it is, is wherever its type is.
  const ofType = query && saidIn(query, 'join__type', 'graph');
  const answererOf = (field: FieldDefinitionNode) => names.get(saidIn(field, 'join__field', 'graph') ?? ofType ?? '');
  return new Map(
    query?.fields?.flatMap((field) => {
      const answerer = answererOf(field);
      return answerer ? [[field.name.value, answerer] as const] : [];
    }),
  );
};

const named = (wanted: string) => (definition: { readonly name: NameNode }) => definition.name.value === wanted;

type Directed = { readonly directives?: readonly ConstDirectiveNode[] | undefined };

const saidIn = ({ directives = [] }: Directed, directive: string, argument: string) =>
  directives
    .filter(named(directive))
    .flatMap((each) => each.arguments ?? [])
    .filter(named(argument))
    .map(({ value }) => textOf(value))[0] ?? null;

const textOf = (value: ConstValueNode) => (value.kind === Kind.ENUM || value.kind === Kind.STRING ? value.value : null);
