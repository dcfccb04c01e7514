import { type ConstDirectiveNode, type FieldDefinitionNode, Kind, parse } from 'graphql';

/** A subscription field as the supergraph describes it. */
export type ChangeField = {
  readonly name: string;
  readonly topic: string;
  /** The type of the records. */
  readonly type: string;
  /** The query field that reads them. */
  readonly read: string;
  /** Whether it waits for one record, or for all that pass a filter. */
  readonly watches: 'one' | 'many';
};

/** What clients of a supergraph can wait for, by the name of the subscription field. */
export const changeFieldsOf = (supergraph: string): ReadonlyMap<string, ChangeField> =>
  new Map(
    parse(supergraph, { noLocation: true })
      .definitions.flatMap((each) =>
        each.kind === Kind.OBJECT_TYPE_DEFINITION && each.name.value === 'Subscription' ? (each.fields ?? []) : [],
      )
      .flatMap(changeField)
      .map((each) => [each.name, each]),
  );

const changeField = ({ name, directives = [], arguments: given = [] }: FieldDefinitionNode): readonly ChangeField[] => {
  const directive = directives.find((each) => each.name.value === 'changes');
  if (!directive) return [];
  const { topic = '', of: type = '', read = '' } = textsOf(directive);
  const watches = given.some((each) => each.name.value === 'id') ? 'one' : 'many';
  return [{ name: name.value, topic, type, read, watches }];
};

const textsOf = ({ arguments: given = [] }: ConstDirectiveNode): Readonly<Record<string, string>> =>
  Object.fromEntries(given.map(({ name, value }) => [name.value, value.kind === Kind.STRING ? value.value : '']));
