/** A JSON Schema, or a part of one, as written to a file. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** `z.enum(…).meta({ 'x-grows': true })`: its readers were told to expect values that they do not know. */
const GROWS = 'x-grows';
/** Keywords that tell people something and machines nothing. */
const REMARKS = ['$schema', '$id', 'title', 'description', 'examples', 'default', 'deprecated', GROWS];

/**
 * Why data of the one shape cannot be read by those who know the other, in either direction (full compatibility): a
 * service may be newer or older than those it listens to. Fields may be added and taken away when they are optional;
 * nothing else may change.
 */
export const incompatibilities = (released: JsonSchema, now: JsonSchema, at = 'data'): readonly string[] => {
  const parts = PARTS.filter(({ isIn }) => isIn(released) && isIn(now));
  return [
    ...parts.flatMap(({ compare }) => compare(released, now, at)),
    ...ofKeywords(
      released,
      now,
      at,
      parts.flatMap(({ keywords }) => keywords),
    ),
  ];
};

const ofProperties = (released: JsonSchema, now: JsonSchema, at: string): readonly string[] => {
  const [before, after] = [propertiesOf(released), propertiesOf(now)];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name) => {
    const [was, is] = [before[name], after[name]];
    const [wasRequired, isRequired] = [requires(released, name), requires(now, name)];
    const path = `${at}.${name}`;
    if (!is) return wasRequired ? [`${path} was promised and is gone`] : [];
    if (!was) return isRequired ? [`${path} is new and required: older events do not have it`] : [];
    if (wasRequired !== isRequired) return [`${path} became ${isRequired ? 'required' : 'optional'}`];
    return incompatibilities(was, is, path);
  });
};

const ofValues = (released: JsonSchema, now: JsonSchema, at: string): readonly string[] => {
  const [before, after] = [valuesOf(released), valuesOf(now)];
  const gone = before.filter((value) => !after.includes(value)).map((value) => `${at} lost the value ${value}`);
  const added = after.filter((value) => !before.includes(value)).map((value) => `${at} got the value ${value}, which older readers do not know`);
  return released[GROWS] === true ? gone : [...gone, ...added];
};

const ofKeywords = (released: JsonSchema, now: JsonSchema, at: string, handled: readonly string[]): readonly string[] => {
  const keywords = new Set([...Object.keys(released), ...Object.keys(now)]);
  return [...keywords]
    .filter((keyword) => !REMARKS.includes(keyword) && !handled.includes(keyword))
    .filter((keyword) => JSON.stringify(released[keyword]) !== JSON.stringify(now[keyword]))
    .map((keyword) => `${at}: \`${keyword}\` was ${shown(released[keyword])} and is ${shown(now[keyword])}`);
};

const ofItems = (released: JsonSchema, now: JsonSchema, at: string): readonly string[] =>
  isSchema(released['items']) && isSchema(now['items'])
    ? incompatibilities(released['items'], now['items'], `${at}[]`)
    : [];

const ofBranches = (released: JsonSchema, now: JsonSchema, at: string): readonly string[] => {
  const [before, after] = [branchesOf(released), branchesOf(now)];
  if (before.length !== after.length) return [`${at} became another choice of types`];
  return before.flatMap((was, place) => incompatibilities(was, after[place] ?? {}, at));
};

/** What is compared part by part; any other keyword has to stay as it is. */
const PARTS = [
  {
    keywords: ['properties', 'required'],
    isIn: ({ properties }: JsonSchema) => isSchema(properties),
    compare: ofProperties,
  },
  { keywords: ['items'], isIn: ({ items }: JsonSchema) => isSchema(items), compare: ofItems },
  { keywords: ['anyOf'], isIn: ({ anyOf }: JsonSchema) => isList(anyOf), compare: ofBranches },
  { keywords: ['enum'], isIn: (schema: JsonSchema) => isList(schema['enum']), compare: ofValues },
] as const;

const isSchema = (value: unknown): value is JsonSchema =>
 typeof value === 'object' && value !== null;
const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
const propertiesOf = ({ properties }: JsonSchema): Readonly<Record<string, JsonSchema>> => {
  if (!isSchema(properties)) return {};
  return Object.fromEntries(Object.entries(properties).filter((entry): entry is [string, JsonSchema] => isSchema(entry[1])));
};
const requires = ({ required }: JsonSchema, name: string) => isList(required) && required.includes(name);
const valuesOf = (schema: JsonSchema) => (isList(schema['enum']) ? schema['enum'].map(String) : []);
const branchesOf = ({ anyOf }: JsonSchema) => (isList(anyOf) ? anyOf.filter(isSchema) : []);
const shown = (value: unknown) => (value === undefined ? 'absent' : JSON.stringify(value));
