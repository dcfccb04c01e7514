import { type DocumentNode, type FieldDefinitionNode, Kind, parse } from 'graphql';

import { type SubgraphSdl, nodeTypesOf } from '../../nodes/sdl.ts';
import { inputTypesOf, nameOf } from './input-types.ts';
import { JOB, WATCHED, type Watched, publisherOf } from './watched.ts';

/** The subgraph inside the gateway that names what clients can wait for. Nobody is ever asked there. */
export const CHANGES_SUBGRAPH = 'changes';
/** Not an address anybody can call: tells our own `changes` from a stranger's subgraph of that name. */
export const CHANGES_URL = 'local://changes';

/** A watched type as the subgraphs at hand can serve it. */
type Served = Watched & {
  /** The field of the query type that reads one: `customer`. */
  readonly one: string;
  /** The field that lists them, with its filter: `customers`; null when there is none. */
  readonly many: { readonly field: string; readonly filter: string } | null;
  readonly inputs: ReadonlyMap<string, string>;
  /** Whether its owner declares it a job. */
  readonly isJob: boolean;
};

/** The SDL of the `changes` subgraph; null when none of these subgraphs publishes changes of anything. */
export const changesSdl = (subgraphs: readonly SubgraphSdl[]): string | null => {
  const served = WATCHED.flatMap((each) => servedBy(each, subgraphs));
  if (served.length === 0) return null;
  const inputs = new Map(served.flatMap((each) => [...each.inputs]));
  const jobs = served.some(({ isJob }) => isJob) ? [`interface ${JOB} {\n  id: ID!\n}`] : [];
  return [HEAD, subscriptionType(served), ...jobs, ...served.flatMap(typesOf), ...inputs.values()].join('\n\n') + '\n';
};

const HEAD = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@composeDirective"])
  @link(url: "https://specs.crm.example/changes/v1.1", import: ["@changes"])
  @composeDirective(name: "@changes")

"""
Of which type the news is, the topic that brings it, and the query field by which the record is read for each reader;
as which interface it is told, and which event is told to whom.
"""
directive @changes(
  topic: String!
  of: String!
  read: String!
  as: String
  event: String
  to: String
) repeatable on FIELD_DEFINITION

"What became of a record, for one who watches a list."
enum ChangeKind {
  "It is new."
  CREATED
  "It changed, or it came into the list."
  UPDATED
  "It is gone, or no longer in the list, or no longer for you to see."
  REMOVED
}`;

const servedBy = (watched: Watched, subgraphs: readonly SubgraphSdl[]): readonly Served[] => {
  const owner = subgraphs.find(({ name }) => name === publisherOf(watched.topic));
  if (!owner || !nodeTypesOf([owner]).some(({ type }) => type === watched.type)) return [];
  const sdl = parse(owner.sdl, { noLocation: true });
  const one = lowerFirst(watched.type);
  if (!argumentOf(sdl, one, 'id')) return [];
  const filter = watched.addressed ? null : argumentOf(sdl, `${one}s`, 'filter');
  const many = filter ? { field: `${one}s`, filter } : null;
  const inputs = filter ? inputTypesOf(sdl, filter) : new Map<string, string>();
  return [{ ...watched, one, many, inputs, isJob: isJob(sdl, watched.type) }];
};

const isJob = ({ definitions }: DocumentNode, type: string) =>
  definitions.some(
    (each) =>
      (each.kind === Kind.OBJECT_TYPE_DEFINITION || each.kind === Kind.OBJECT_TYPE_EXTENSION) &&
      each.name.value === type &&
      each.interfaces?.some(({ name }) => name.value === JOB),
  );

/** The type of an argument of a field of Query; null when there is no such field or argument. */
const argumentOf = (sdl: DocumentNode, field: string, argument: string) => {
  const found = sdl.definitions
    .flatMap((each): readonly FieldDefinitionNode[] =>
      (each.kind === Kind.OBJECT_TYPE_DEFINITION || each.kind === Kind.OBJECT_TYPE_EXTENSION) &&
      each.name.value === 'Query'
        ? (each.fields ?? [])
        : [],
    )
    .find(({ name }) => name.value === field)
    ?.arguments?.find(({ name }) => name.value === argument);
  return found ? nameOf(found.type) : null;
};

const subscriptionType = (served: readonly Served[]) =>
  `type Subscription {\n${[...served.flatMap(fieldsOf), ...progressOf(served)].join('\n')}\n}`;

const sourceOf = ({ topic, type }: Served, read: string, more: Readonly<Record<string, string>> = {}) => {
  const given = Object.entries({ topic, of: type, read, ...more }).map(([name, value]) => `${name}: "${value}"`);
  return `@changes(${given.join(', ')})`;
};

const fieldsOf = (served: Served) => {
  const { type, one, many, addressed } = served;
  if (addressed) {
    return [
      `  """
  Each new ${wordsOf(type)} that is for you. Nothing is told to programs and portal users: there is none for them.
  """
  ${one}Received: ${type}! ${sourceOf(served, one, addressed)}`,
    ];
  }
  const single = `  """
  The ${wordsOf(type)}, each time it has changed, as you may see it; null when it is gone or no longer for you to see.
  """
  ${one}Changed(id: ID!): ${type} ${sourceOf(served, one)}`;
  if (!many) return [single];
  return [
    single,
    `  """
  Each ${wordsOf(type)} that changed and passes the filter. REMOVED is told of those told before and of the first 100
  that passed when you subscribed.
  """
  ${many.field}Changed(filter: ${many.filter}): ${type}Change! ${sourceOf(served, many.field)}`,
  ];
};

/** One field for all types of jobs: the id says which it is. */
const progressOf = (served: readonly Served[]) => {
  const sources = served.filter((each) => each.isJob).map((each) => sourceOf(each, each.one, { as: JOB }));
  if (sources.length === 0) return [];
  return [
    `  """
  How far a job has come, each time it has come further, until it is over: that is told last, and the stream completes.
  Of a job that is over already it is told at once.
  """
  jobProgress(id: ID!): ${JOB} ${sources.join(' ')}`,
  ];
};

const typesOf = ({ type, one, many, isJob }: Served) => [
  `type ${type}${isJob ? ` implements ${JOB}` : ''} @key(fields: "id", resolvable: false) {\n  id: ID!\n}`,
  ...(many
    ? [
        `"What became of one ${wordsOf(type)}."
type ${type}Change {
  kind: ChangeKind!
  id: ID!
  "Null when the kind is REMOVED."
  ${one}: ${type}
}`,
      ]
    : []),
];

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** `ServiceRequest` → `service request`. */
const wordsOf = (type: string) => lowerFirst(type).replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
