import { z } from 'zod';

import { type Contract, type Fact, isState } from './contract.ts';

type Mark = { readonly personal: boolean };
type Schema = Readonly<Record<string, unknown>>;

const MARKS = z.registry<Mark>();

/** Says that a field tells who a person is, or what was written about one: it is left out where no person may be seen. */
export const personal = <Field extends z.ZodType>(field: Field): Field => marked(field, { personal: true });

/** Says that a text or a number tells nothing of a person, such as a code or a city: readers of every kind may see it. */
export const impersonal = <Field extends z.ZodType>(field: Field): Field => marked(field, { personal: false });

/** A mark belongs to one object: a schema that several fields share must not be marked for all of them. */
const marked = <Field extends z.ZodType>(field: Field, mark: Mark): Field => {
  const copy = field.clone();
  MARKS.add(copy, mark);
  return copy;
};

export type Sensitivity = 'personal' | 'impersonal' | 'undecided';

/**
 * Whether a field may be shown to those who may not see persons. Ids, instants, flags and lists of known words are
 * impersonal by themselves; all else is `undecided` until it is marked. A mark deep inside makes the whole field
 * personal.
 */
export const sensitivityOf = (field: z.ZodType): Sensitivity => {
  const schema = z.toJSONSchema(field, { metadata: MARKS, io: 'input', unrepresentable: 'any' });
  if (JSON.stringify(schema).includes('"personal":true')) return 'personal';
  return isImpersonal(schema) ? 'impersonal' : 'undecided';
};

const HARMLESS_FORMATS: readonly unknown[] = ['uuid', 'date-time'];
const HARMLESS_TYPES: readonly unknown[] = ['boolean', 'null'];

const isImpersonal = (schema: Schema): boolean => {
  if (schema['personal'] === false || 'enum' in schema || 'const' in schema) return true;
  if (Array.isArray(schema['anyOf'])) return schema['anyOf'].every(isImpersonal);
  if (HARMLESS_FORMATS.includes(schema['format'])) return true;
  return [schema['type']].flat().every((type) => HARMLESS_TYPES.includes(type));
};

const VARIANTS = new WeakMap<Contract, Contract>();

/**
 * The state of the same rows without their personal fields, for readers who may not see persons: made from the
 * contract, so that a new personal field stays away from it by itself. Null where there is nothing to take away: no
 * state topic, or none with personal data. Throws a TypeError when a state is not named like one.
 */
export const redactedOf = (contract: Contract): Contract | null => {
  if (!isState(contract) || contract.pii === 'none') return null;
  const known = VARIANTS.get(contract);
  if (known) return known;
  const variant = redact(contract);
  VARIANTS.set(contract, variant);
  return variant;
};

const redact = (contract: Contract): Contract => {
  const { type, topic, description, example } = contract;
  if (!type.includes('-state.')) throw new TypeError(`${type} is on a state topic, but not named like a state`);
  const kept = fieldsOf(contract).filter(([, field]) => sensitivityOf(field) === 'impersonal');
  const shape = z.object(Object.fromEntries(kept));
  return {
    ...contract,
    type: type.replace('-state.', '-state-redacted.'),
    topic: topic.replace('.state.', '.state-redacted.'),
    description: `${description} Without personal data.`,
    pii: 'none',
    data: shape,
    example: shape.parse(example),
  };
};

const fieldsOf = ({ data }: Contract) => Object.entries<z.ZodType>(data.shape);

/** The names of the fields that tell of persons, or that nobody has decided about: what a redacted state leaves out. */
export const personalFieldsOf = (contract: Contract): readonly string[] => {
  if (contract.pii === 'none') return [];
  return fieldsOf(contract).flatMap(([name, field]) => (sensitivityOf(field) === 'impersonal' ? [] : [name]));
};

/** The fact, and what is to be said beside it on the topic for those who may not see persons. */
export const withVariants = (fact: Fact): readonly Fact[] => {
  const variant = redactedOf(fact.contract);
  return variant ? [fact, { ...fact, contract: variant }] : [fact];
};
