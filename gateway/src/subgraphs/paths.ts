import { Kind, parse } from 'graphql';
import { LRUCache } from 'lru-cache';

type Request = {
  readonly query?: string | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
};

/** One outage needs no thousand copies of its error. */
const MOST_PATHS = 20;
const rootNames = new LRUCache<string, readonly string[]>({ max: 500 });

/**
 * Where an unanswered subgraph request leaves the answer empty: each root field of the request, or each entity that
 * was asked for. @apollo/gateway turns them into places of the client's answer.
 */
export const pathsOf = ({ query = '', variables }: Request): readonly (readonly (string | number)[])[] => {
  const entities = variables?.representations;
  if (Array.isArray(entities)) return entities.slice(0, MOST_PATHS).map((_, index) => ['_entities', index]);
  return namesOf(query)
    .slice(0, MOST_PATHS)
    .map((name) => [name]);
};

const namesOf = (query: string) => {
  const known = rootNames.get(query);
  if (known) return known;
  const names = parse(query, { noLocation: true })
    .definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION)
    .flatMap(({ selectionSet }) => selectionSet.selections)
    .flatMap((each) => (each.kind === Kind.FIELD ? [(each.alias ?? each.name).value] : []));
  rootNames.set(query, names);
  return names;
};
