import { type Execution, type Field, type Json, type Place, Abandoned, argsOf, nullFor, placeIn } from './execution.ts';
import { ResolveInfo } from './resolve-info.ts';
import { type Parts, afterAll, joined, settled } from './values.ts';

/** Writes an object, its fields side by side. */
export const writeObject = (
  fields: readonly Field[],
  source: unknown,
  place: Place | undefined,
  execution: Execution,
): Json | Promise<Json> => {
  if (fields.length === 0) return '{}';
  let json = '';
  // From the first field on that has to be waited for.
  const parts: Parts = [];
  try {
    for (const field of fields) {
      const part = field.constant ?? writeField(field, source, place, execution);
      if (typeof part === 'string' && parts.length === 0) json += field.prefix + part;
      else parts.push(field.prefix, part);
    }
  } catch (error) {
    return afterAll(parts, error);
  }
  return parts.length === 0 ? `${json}}` : joined(parts, (all) => `${json}${all.join('')}}`);
};

/** Writes the fields of a mutation: each when the one before is done. */
export const writeInTurn = async (fields: readonly Field[], execution: Execution): Promise<Json> => {
  if (fields.length === 0) return '{}';
  let json = '';
  for (const field of fields) {
    json += field.prefix + (field.constant ?? (await writeField(field, undefined, undefined, execution)));
  }
  return `${json}}`;
};

const writeField = (
  field: Field,
  source: unknown,
  parent: Place | undefined,
  execution: Execution,
): Json | Promise<Json> => {
  try {
    const whole = field.run?.(field, execution);
    if (whole) return whole;
    const value = valueOf(field, source, parent, execution);
    // Most fields are leaves, and there: they need not know where they are.
    if (field.writeLeaf && (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')) {
      return field.writeLeaf(value);
    }
    const { isNullable, complete } = field;
    return settled(value, { field, isNullable, complete, place: placeOf(field, parent), execution });
  } catch (error) {
    return nullFor(error, field.isNullable, field, placeOf(field, parent), execution);
  }
};

const placeOf = ({ key, parentType }: Field, parent: Place | undefined) => placeIn(parent, key, parentType.name);

const valueOf = (field: Field, source: unknown, parent: Place | undefined, execution: Execution): unknown => {
  const { resolve } = field;
  if (!resolve) return propertyOf(field, source, parent, execution);
  if (execution.abandoned) throw new Abandoned();
  return resolve(source, argsOf(field, execution), execution.context, new ResolveInfo(field, execution, parent));
};

/** As graphql-js does without a resolver: a property of the source, or what its method gives. */
const propertyOf = (field: Field, source: unknown, parent: Place | undefined, execution: Execution): unknown => {
  if ((typeof source !== 'object' && typeof source !== 'function') || source === null) return undefined;
  const value: unknown = Reflect.get(source, field.name);
  if (typeof value !== 'function') return value;
  const info = new ResolveInfo(field, execution, parent);
  return Reflect.apply(value, source, [argsOf(field, execution), execution.context, info]);
};
