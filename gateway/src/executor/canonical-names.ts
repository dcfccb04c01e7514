import { type FieldNode, type GraphQLField, print } from 'graphql';

/** The name under which a field's value is fetched and kept. `apart` is given where equal fields must not be one. */
export type NameOf = (definition: GraphQLField<unknown, unknown>, node: FieldNode, apart?: string) => string;

/**
 * Names values by what they are, not by what the client calls them: the same field with the same arguments has one
 * name, with other arguments another one. So two meanings never meet under one name while the answer is put together:
 * neither by an alias that is another field's name, nor by arguments that a `@requires` gives. One for each operation.
 * @param separator occurs in no field name of the graph.
 * @param uneven names of fields that take arguments in some object of an interface where they take none: one value has
 * one name, whether it is asked of the interface or of the object.
 */
export const canonicalNames = (separator: string, uneven: ReadonlySet<string>): NameOf => {
  const numbers = new Map<string, number>();
  return (definition, node, apart) => {
    const takesNone = definition.args.length === 0 && !uneven.has(definition.name);
    if (takesNone && apart === undefined) return definition.name;
    const given = (node.arguments ?? []).map(({ name, value }) => `${name.value}:${print(value)}`).sort();
    const meaning = `${definition.name}(${given.join()})${apart ?? ''}`;
    const number = numbers.get(meaning) ?? numbers.size;
    numbers.set(meaning, number);
    return `${definition.name}${separator}${String(number)}`;
  };
};

/** The shortest separator of its kind that is in none of the names. */
export const separatorFor = (fieldNames: Iterable<string>) => {
  const names = [...fieldNames];
  let separator = '__a';
  while (names.some((name) => name.includes(separator))) separator += 'a';
  return separator;
};
