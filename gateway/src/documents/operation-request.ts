import { type Result, accept, refuse } from '@crm/kernel';

import { type DoorRefusal, badRequest } from '../limits/refusals.ts';

type Json = Readonly<Record<string, unknown>>;

/** One GraphQL request, however it came. */
export type OperationRequest = {
  readonly query?: string;
  readonly operationName?: string;
  readonly variables?: Json;
  readonly extensions?: Json;
  /** The id of a registered document, by any of the names that clients give it. */
  readonly documentId?: string;
};

/** As the draft on persisted documents has it, then Relay's two. */
const ID_NAMES = ['documentId', 'doc_id', 'id'] as const;

/** What each member must be; missing and null are the same. */
const MEMBERS = {
  query: 'a string',
  operationName: 'a string',
  variables: 'an object',
  extensions: 'an object',
} as const;

/** Reads the JSON body of a POST. */
export const fromBody = (body: unknown): Result<OperationRequest, DoorRefusal> => {
  if (Array.isArray(body)) return refuse(badRequest('Send one operation per request: batches are not answered.'));
  if (!isRecord(body)) return refuse(badRequest('The body must be a JSON object with a `query`.'));
  const given = Object.entries(MEMBERS)
    .map(([name, kind]) => ({ name, kind, value: body[name] }))
    .filter(({ value }) => value !== undefined && value !== null && value !== '');
  const wrong = given.find(({ kind, value }) => (kind === 'a string' ? typeof value !== 'string' : !isRecord(value)));
  if (wrong) return refuse(badRequest(`\`${wrong.name}\` must be ${wrong.kind}.`));
  const documentId = ID_NAMES.map((name) => body[name]).find((each) => typeof each === 'string');
  const named = given.map(({ name, value }) => [name, value]);
  // Each member is of its kind, as was just looked at.
  return accept({ ...Object.fromEntries(named), ...(documentId !== undefined && { documentId }) } as OperationRequest);
};

/** Reads the query part of a GET's address. */
export const fromSearch = (search: URLSearchParams): Result<OperationRequest, DoorRefusal> => {
  const repeated = [...new Set(search.keys())].find((name) => search.getAll(name).length > 1);
  if (repeated !== undefined) return refuse(badRequest(`\`${repeated.slice(0, 40)}\` may be given once only.`));
  const given: Record<string, unknown> = Object.fromEntries(search);
  for (const name of ['variables', 'extensions']) {
    const text = search.get(name);
    if (text === null) continue;
    const value = jsonOf(text);
    if (value === undefined) return refuse(badRequest(`\`${name}\` must be JSON.`));
    given[name] = value;
  }
  return fromBody(given);
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
