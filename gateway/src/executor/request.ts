import type { Asked } from './fetch.ts';

/** A request to a subgraph, as far as it is the same each time. */
export type Template = {
  readonly query: string;
  readonly operationName: string | undefined;
  /** JSON of the body up to the first variable. */
  readonly head: string;
  /** Names of the representations' variables, in the order of the questions. */
  readonly entities: readonly Entities[];
  /** Variables of the client that the questions use. */
  readonly variables: readonly string[];
};

/** Under which names one question stands in a request. */
type Entities = { readonly alias: string; readonly lead: string };

/** Puts the text of a request together, once for each set of questions that are asked at once. */
export const templateOf = (kind: 'query' | 'mutation', questions: readonly Asked[]): Template => {
  const definitions = new Map(questions.flatMap(({ variables }) => [...variables]));
  const variables = [...definitions.keys()];
  const free = freeName(definitions);
  const named = questions.map(({ representation }, index) => {
    if (!representation) return null;
    const suffix = index === 0 ? '' : `_${String(index)}`;
    return { alias: questions.length === 1 ? '_entities' : `_entities_${String(index)}`, variable: `${free}${suffix}` };
  });
  const entities = named.filter((each) => each !== null);
  const given = [...entities.map(({ variable }) => `$${variable}:[_Any!]!`), ...definitions.values()].join();
  const selection = questions.map((asked, index) => selectionOf(asked, named[index] ?? null)).join(' ');
  const name = questions[0]?.name ?? '';
  const isOfEntities = entities.length > 0;
  const query = `${kind}${name && ` ${name}`}${given && `(${given})`}${isOfEntities ? `{${selection}}` : selection}`;
  const operationName = name || undefined;
  const head = JSON.stringify({ query, operationName, variables: {} }).slice(0, -2);
  return {
    query,
    operationName,
    head,
    entities: entities.map(({ alias, variable }, index) => ({
      alias,
      lead: `${index > 0 ? ',' : ''}${JSON.stringify(variable)}:[`,
    })),
    variables,
  };
};

const selectionOf = ({ selection }: Asked, named: { readonly alias: string; readonly variable: string } | null) => {
  if (!named) return selection;
  const { alias, variable } = named;
  return `${alias === '_entities' ? '' : `${alias}:`}_entities(representations:$${variable})${selection}`;
};

/** A name that no variable of the client begins with. */
const freeName = (taken: ReadonlyMap<string, string>) => {
  let name = 'representations';
  while ([...taken.keys()].some((each) => each.startsWith(name))) name += '_';
  return name;
};

/** The body of a request; `representations` as JSON, a list for each question. */
export const bodyOf = (
  { head, entities, variables }: Template,
  representations: readonly (readonly string[])[],
  given: Readonly<Record<string, unknown>>,
) => {
  let body = head;
  for (const [index, { lead }] of entities.entries()) body += `${lead}${representations[index]?.join() ?? ''}]`;
  let separator = entities.length > 0 ? ',' : '';
  for (const name of variables) {
    const value = Object.hasOwn(given, name) ? JSON.stringify(given[name]) : undefined;
    if (value === undefined) continue;
    body += `${separator}${JSON.stringify(name)}:${value}`;
    separator = ',';
  }
  return `${body}}}`;
};
