import { type Json, isJson, own } from './json.ts';
import type { Write } from './leaves.ts';
import { type Translate, type Writing, explain, explainObject, report, takeBack } from './writing.ts';

/** How one field of objects of one type is written. */
export type Field = {
  /** Its name in JSON with what stands before it. */
  readonly lead: Buffer;
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
      return false;
    }
    return writing.written ? writeOnce(fields, value, writing, writing.written) : writeFields(fields, value, writing);
  };

/** What stands in several places is written once and copied. */
const writeOnce = (fields: Fields, object: Json, writing: Writing, written: NonNullable<Writing['written']>) => {
  const { out, errors } = writing;
  const before = written.get(fields)?.get(object);
  if (before) {
    out.again(before.from, before.to);
    return true;
  }
  const [from, errorsBefore] = [out.at, errors.length];
  if (!writeFields(fields, object, writing)) return false;
  // What has an error is written anew wherever it stands, so that the error is told there too.
  if (errors.length > errorsBefore) return true;
  const known = written.get(fields);
  if (known) known.set(object, { from, to: out.at });
  else written.set(fields, new Map([[object, { from, to: out.at }]]));
  return true;
};

const [BRACE, UNBRACE, BRACKET, UNBRACKET, COMMA] = [0x7b, 0x7d, 0x5b, 0x5d, 0x2c];
const NULL = Buffer.from('null');

const writeFields = ({ list, bySource }: Fields, object: Json, writing: Writing): boolean => {
  if (writing.failures) explainObject(object, (key) => bySource.has(key), writing);
  const { depth, out, path } = writing;
  const from = out.at;
  writing.depth = depth + 1;
  out.sign(BRACE);
  for (const field of list) {
    path[depth] = field.key;
    out.bytes(field.lead);
    if (writeField(field, object, writing)) continue;
    if (field.isNonNull) {
      takeBack(writing, from);
      writing.depth = depth;
      return false;
    }
    out.bytes(NULL);
  }
  writing.depth = depth;
  out.sign(UNBRACE);
  return true;
};

const writeField = (field: Field, object: Json, writing: Writing) => {
  const { source, isInherited, isConstant, isNonNull, coordinate, write, translate } = field;
  if (isConstant) return write(undefined, writing);
  const value = isInherited ? own(object, source) : object[source];
  if (value !== undefined && value !== null) return write(value, writing);
  const isExplained = explain(object, source, writing, translate);
  if (isNonNull && !isExplained) report(writing, missing(coordinate));
  return false;
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
      return false;
    }
    const { depth } = writing;
    writing.depth = depth + 1;
    const isWritten = writeItems(items, value, depth, writing);
    writing.depth = depth;
    return isWritten;
  };

const writeItems = (items: Items, list: readonly unknown[], depth: number, writing: Writing) => {
  const { out, path } = writing;
  const from = out.at;
  out.sign(BRACKET);
  for (let at = 0; at < list.length; at++) {
    path[depth] = at;
    if (at > 0) out.sign(COMMA);
    if (writeItem(items, list, at, writing)) continue;
    if (items.isNonNull) {
      takeBack(writing, from);
      return false;
    }
    out.bytes(NULL);
  }
  out.sign(UNBRACKET);
  return true;
};

const writeItem = (items: Items, list: readonly unknown[], at: number, writing: Writing) => {
  const item = list[at];
  if (item !== undefined && item !== null) return items.write(item, writing);
  const isExplained = explain(list, at, writing, items.translate);
  if (items.isNonNull && !isExplained) report(writing, missing(items.coordinate));
  return false;
};
