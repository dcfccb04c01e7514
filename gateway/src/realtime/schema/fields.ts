import { type ConstDirectiveNode, type FieldDefinitionNode, Kind, parse } from 'graphql';

import type { Addressed } from './watched.ts';

/** A subscription field as the supergraph describes it, for one of the types that it tells of. */
export type ChangeField = {
  readonly name: string;
  readonly topic: string;
  /** The type of the records. */
  readonly type: string;
  /** The query field that reads them. */
  readonly read: string;
} & (
  | {
      /** Waits for one record. */
      readonly watches: 'one';
      /** The interface as which records of several types are told of; null: it tells of this type alone. */
      readonly as: string | null;
    }
  /** Waits for all that pass a filter. */
  | { readonly watches: 'many' }
  /** Waits for what is addressed to the one who asks. */
  | { readonly watches: 'received'; readonly addressed: Addressed }
);

/** By the name of the subscription field: what it tells of. */
export type ChangeFields = ReadonlyMap<string, readonly [ChangeField, ...ChangeField[]]>;

/** What clients of a supergraph can wait for. */
export const changeFieldsOf = (supergraph: string): ChangeFields =>
  new Map(
    parse(supergraph, { noLocation: true })
      .definitions.flatMap((each) =>
        each.kind === Kind.OBJECT_TYPE_DEFINITION && each.name.value === 'Subscription' ? (each.fields ?? []) : [],
      )
      .flatMap((each) => {
        const [first, ...more] = toldBy(each);
        return first ? [[each.name.value, [first, ...more]] as const] : [];
      }),
  );

const toldBy = ({ name, directives = [], arguments: given = [] }: FieldDefinitionNode): readonly ChangeField[] => {
  const takesId = given.some((each) => each.name.value === 'id');
  return directives
    .filter((each) => each.name.value === 'changes')
    .map((each): ChangeField => {
      const { topic = '', of: type = '', read = '', as = null, event, to } = textsOf(each);
      const told = { name: name.value, topic, type, read };
      if (event !== undefined && to !== undefined) return { ...told, watches: 'received', addressed: { event, to } };
      return takesId ? { ...told, watches: 'one', as } : { ...told, watches: 'many' };
    });
};

type Texts = Readonly<Partial<Record<string, string>>>;

const textsOf = ({ arguments: given = [] }: ConstDirectiveNode): Texts =>
  Object.fromEntries(
    given.flatMap(({ name, value }) => (value.kind === Kind.STRING ? [[name.value, value.value] as const] : [])),
  );
