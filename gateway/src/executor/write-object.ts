import { type Json, isJson, own } from './json.ts';
import type { Write } from './leaves.ts';
import { type Translate, type Writing, explain, explainObject, report } from './writing.ts';

/** How one field of objects of one type is written. */
export type Field = {
  /** Its name in JSON with what stands before it. */
  readonly lead: string;
  /** The client's name for it. */
  readonly key: string;
  /** The canonical name under which its value was fetched. */
  readonly source: string;
  /** Every object has something of this name without anybody giving it. */
  readonly isInherited: boolean;
  /** Written without a value: a type's name, a refusal. */
  readonly isConstant: boolean;
  readonly isNonNull: boolean;
  /** `Type.field`, for messages. */
  readonly coordinate: string;
  readonly write: Write;
  readonly translate: Translate;
};

export type Fields = {
  readonly list: readonly Field[];
  readonly bySource: ReadonlyMap<string | number, Field>;
};

/** How objects at one place of the operation are written, whatever their type turns out to be. */
export type Shape = {
  /** Its name in messages. */
  readonly type: string;
  readonly fieldsOf: (object: Json) => Fields | null;
};

export const writeObject =
  (shape: Shape): Write =>
  (value, writing) => {
    const fields = isJson(value) ? shape.fieldsOf(value) : null;
    if (!isJson(value) || !fields) {
      report(writing, `${shape.type} was answered with something else.`);
      return null;
    }
    return writing.written ? writeOnce(fields, value, writing, writing.written) : writeFields(fields, value, writing);
  };

/** What stands in several places is written once and copied. */
const writeOnce = (fields: Fields, object: Json, writing: Writing, written: NonNullable<Writing['written']>) => {
  const known = written.get(fields) ?? new Map<object, string>();
  written.set(fields, known);
  const before = known.get(object);
  if (before !== undefined) return before;
  const errors = writing.errors.length;
  const text = writeFields(fields, object, writing);
  // What has an error is written anew wherever it stands, so that the error is told there too.
  if (text !== null && writing.errors.length === errors) known.set(object, text);
  return text;
};

const writeFields = ({ list, bySource }: Fields, object: Json, writing: Writing): string | null => {
  if (writing.failures) explainObject(object, (key) => bySource.has(key), writing);
  const { depth } = writing;
  writing.depth = depth + 1;
  let text = '{';
  for (const field of list) {
    writing.path[depth] = field.key;
    const written = writeField(field, object, writing);
    if (written === null && field.isNonNull) {
      writing.depth = depth;
      return null;
    }
    text += field.lead + (written ?? 'null');
  }
  writing.depth = depth;
  return `${text}}`;
};

const writeField = (field: Field, object: Json, writing: Writing) => {
  const { source, isInherited, isConstant, isNonNull, coordinate, write, translate } = field;
  if (isConstant) return write(undefined, writing);
  const value = isInherited ? own(object, source) : object[source];
  if (value !== undefined && value !== null) return write(value, writing);
  const isExplained = explain(object, source, writing, translate);
  if (isNonNull && !isExplained) report(writing, missing(coordinate));
  return null;
};

const missing = (coordinate: string) => `Cannot return null for non-nullable field ${coordinate}.`;

/** What is known of a list's items. */
export type Items = {
  readonly write: Write;
  /** An empty item empties the list. */
  readonly isNonNull: boolean;
  readonly coordinate: string;
  readonly translate: Translate;
};

export const writeList =
  (items: Items): Write =>
  (value, writing) => {
    if (!Array.isArray(value)) {
      report(writing, `Expected a list for field ${items.coordinate}.`);
      return null;
    }
    const { depth } = writing;
    writing.depth = depth + 1;
    const text = writeItems(items, value, depth, writing);
    writing.depth = depth;
    return text;
  };

const writeItems = (items: Items, list: readonly unknown[], depth: number, writing: Writing) => {
  let text = '[';
  for (let at = 0; at < list.length; at++) {
    writing.path[depth] = at;
    const written = writeItem(items, list, at, writing);
    if (written === null && items.isNonNull) return null;
    text += (at > 0 ? ',' : '') + (written ?? 'null');
  }
  return `${text}]`;
};

const writeItem = (items: Items, list: readonly unknown[], at: number, writing: Writing) => {
  const item = list[at];
  if (item !== undefined && item !== null) return items.write(item, writing);
  const isExplained = explain(list, at, writing, items.translate);
  if (items.isNonNull && !isExplained) report(writing, missing(items.coordinate));
  return null;
};
