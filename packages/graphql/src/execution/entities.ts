import { type GraphQLObjectType, type GraphQLSchema, isObjectType, isUnionType } from 'graphql';

import {
  type Execution,
  type Field,
  type Json,
  NULL,
  type Place,
  Abandoned,
  argsOf,
  nullFor,
  placeIn,
} from './execution.ts';
import { ResolveInfo } from './resolve-info.ts';
import { type ObjectWriting, listed, objectOf, settled } from './values.ts';

type Reference = Readonly<Record<string, unknown>>;
type Known = {
  readonly resolve: ((reference: Reference, context: unknown, info: ResolveInfo) => unknown) | null;
  readonly complete: Field['complete'];
};

/**
 * Answers `_entities`: what is asked for is read once for each type and not for each reference, and a reference that
 * fails is null without the others. References to interfaces are left to @apollo/subgraph.
 */
export const entitiesWriter = (writing: ObjectWriting): NonNullable<Field['run']> => {
  const types = new Map<unknown, Known | null>();
  const typeOf = (name: unknown, { selecting: { schema } }: Execution) => {
    const found = types.get(name);
    if (found !== undefined) return found;
    const read = knownType(schema, name, writing);
    // Names are whatever a client sends: only those of types are kept.
    if (read) types.set(name, read);
    return read;
  };
  return (field, execution) => {
    const place = placeIn(undefined, field.key, field.parentType.name);
    const references = referencesOf(argsOf(field, execution).representations);
    const known = references.map(({ __typename: name }) => typeOf(name, execution));
    if (known.includes(null)) return null;
    return listed(references, (reference, nth) =>
      writeEntity(known[nth] ?? null, { field, reference, place: placeIn(place, nth, undefined), execution }),
    );
  };
};

const referencesOf = (given: unknown): readonly Reference[] => {
  const all: readonly unknown[] = Array.isArray(given) ? given : [];
  return all.map((each) => (isReference(each) ? each : {}));
};

const isReference = (value: unknown): value is Reference => typeof value === 'object' && value !== null;

const knownType = (schema: GraphQLSchema, name: unknown, writing: ObjectWriting): Known | null => {
  const type = typeof name === 'string' ? schema.getType(name) : undefined;
  const union = schema.getType('_Entity');
  if (!isObjectType(type) || !isUnionType(union) || !schema.isSubType(union, type)) return null;
  const complete = objectOf(type, writing);
  return {
    resolve: resolveReferenceOf(type),
    complete: (value, place, execution) => {
      if (value === null || value === undefined) return NULL;
      if (value instanceof Error) throw value;
      return complete(value, place, execution);
    },
  };
};

/** Where @apollo/subgraph keeps it. */
const resolveReferenceOf = ({ extensions }: GraphQLObjectType): Known['resolve'] => {
  // Its own type of what it puts there is not exported.
  const { apollo } = extensions as {
    readonly apollo?: { readonly subgraph?: { readonly resolveReference?: Known['resolve'] } };
  };
  return apollo?.subgraph?.resolveReference ?? null;
};

type Asked = {
  readonly field: Field;
  readonly reference: Reference;
  readonly place: Place;
  readonly execution: Execution;
};

const writeEntity = (known: Known | null, { field, reference, place, execution }: Asked): Json | Promise<Json> => {
  if (!known) return NULL;
  try {
    if (execution.abandoned) throw new Abandoned();
    const info = new ResolveInfo(field, execution, undefined);
    const value = known.resolve ? known.resolve(reference, execution.context, info) : reference;
    return settled(value, { field, isNullable: true, complete: known.complete, place, execution });
  } catch (error) {
    return nullFor(error, true, field, place, execution);
  }
};
