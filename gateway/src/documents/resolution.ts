import { type Result, accept, refuse } from '@crm/kernel';

import { type DoorRefusal, badRequest } from '../limits/refusals.ts';
import { type Automatic, hashOf } from './automatic.ts';
import type { OperationRequest } from './operation-request.ts';
import type { Registered } from './registered.ts';
import type { DocumentSettings } from './settings.ts';

/** The text of the document that a request means. */
export type Resolved = {
  readonly query: string;
  /** Whether it goes by an id, not by its text. */
  readonly isPersisted: boolean;
  /** To be called once an operation of it is within the limits and paid for: from then on its hash will do. */
  readonly remember: () => void;
};

/** Clients look for these very words and codes, and then send the text again or stop trying. */
const NOT_FOUND: DoorRefusal = { code: 'PERSISTED_QUERY_NOT_FOUND', message: 'PersistedQueryNotFound', status: 200 };
const NOT_REGISTERED: DoorRefusal = {
  code: 'OPERATION_NOT_REGISTERED',
  message: 'This gateway answers registered operations only.',
  status: 400,
};
const TEXT_IN_ADDRESS: DoorRefusal = {
  code: 'PERSISTED_QUERY_REQUIRED',
  message: 'GET answers persisted queries only: send the hash or the id of the query, or use POST.',
  status: 400,
};

type Stock = {
  readonly settings: DocumentSettings;
  readonly registered: Registered;
  readonly automatic: Automatic;
  /** Told of each document that is served though it is not registered, where that is worth knowing. */
  readonly tell: (document: string) => void;
};
type Asked = OperationRequest & { readonly method: string };

/** Finds the document that a request names or brings; refused when it may not be asked this way. */
export const createResolution =
  (stock: Stock) =>
  (asked: Asked): Result<Resolved, DoorRefusal> => {
    const found = asked.documentId === undefined ? byHashOrText(stock, asked) : byId(stock, asked.documentId, asked);
    const refusal = found.ok ? refusalOf(stock, asked, found.value) : null;
    return refusal ? refuse(refusal) : found;
  };

const refusalOf = ({ settings, registered, tell }: Stock, { method }: Asked, { query, isPersisted }: Resolved) => {
  if (settings.operations !== 'any' && !registered.isRegistered(query)) {
    if (settings.operations === 'registered') return NOT_REGISTERED;
    tell(query);
  }
  return method === 'GET' && settings.getQueries === 'persisted' && !isPersisted ? TEXT_IN_ADDRESS : null;
};

const byId = ({ registered }: Stock, id: string, { query }: Asked): Result<Resolved, DoorRefusal> => {
  if (query !== undefined) return refuse(badRequest('Send the id of a document or its text, not both.'));
  const document = registered.byId(id);
  return document === null ? refuse(NOT_FOUND) : accept(persisted(document));
};

const byHashOrText = (stock: Stock, { query, extensions }: Asked): Result<Resolved, DoorRefusal> => {
  const extension = extensions?.persistedQuery;
  if (extension !== undefined) return byHash(stock, extension, query);
  if (query === undefined) return refuse(badRequest('The request has no `query`.'));
  return accept({ query, isPersisted: false, remember: nothing });
};

const byHash = (
  { registered, automatic }: Stock,
  extension: unknown,
  query: string | undefined,
): Result<Resolved, DoorRefusal> => {
  const hash = hashIn(extension);
  if (hash === null) return refuse(badRequest('`extensions.persistedQuery` must be version 1 with a `sha256Hash`.'));
  if (query === undefined) {
    const document = registered.byId(hash) ?? automatic.find(hash);
    return document === null ? refuse(NOT_FOUND) : accept(persisted(document));
  }
  if (hashOf(query) !== hash) return refuse(badRequest('The `sha256Hash` is not the hash of the query.'));
  const remember = () => {
    automatic.register(hash, query);
  };
  return accept({ query, isPersisted: false, remember });
};

const hashIn = (extension: unknown) => {
  if (typeof extension !== 'object' || extension === null) return null;
  const hash = 'sha256Hash' in extension ? extension.sha256Hash : null;
  return 'version' in extension && extension.version === 1 && typeof hash === 'string' ? hash : null;
};

const nothing = () => undefined;
const persisted = (query: string): Resolved => ({ query, isPersisted: true, remember: nothing });
