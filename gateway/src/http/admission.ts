import { type Result, accept, refuse } from '@crm/kernel';
import type { FastifyRequest } from 'fastify';

import { type OperationRequest, fromBody, fromSearch } from '../documents/operation-request.ts';
import type { Resolved } from '../documents/resolution.ts';
import type { Admitted, Gate } from '../limits/gate.ts';
import { type DoorRefusal, badRequest } from '../limits/refusals.ts';
import type { RequestContext } from '../request-context.ts';
import { CSRF_MESSAGE, isForgeable } from './csrf.ts';

/** An operation that may be executed now. */
export type AdmittedOperation = Admitted & {
  readonly operation: OperationRequest & { readonly query: string };
  readonly reportsCost: boolean;
};

type Setup = {
  readonly gate: Gate;
  readonly resolve: (asked: OperationRequest & { readonly method: string }) => Result<Resolved, DoorRefusal>;
  readonly introspection: { readonly isOpen: boolean; readonly scope: string };
};
type Asker = Pick<RequestContext, 'identity'>;

const NO_INTROSPECTION: DoorRefusal = {
  code: 'INTROSPECTION_DISABLED',
  status: 400,
  message: 'This gateway does not tell about its schema.',
};
const COST_HEADER = 'x-report-cost';

/** Decides about one request, from its form to its cost. Nothing of it is planned or validated before. */
export const createAdmission = (setup: Setup) => {
  const { gate, resolve } = setup;

  const document = (request: FastifyRequest, context: Asker) => {
    const asked = readOperation(request);
    if (!asked.ok) return asked;
    const resolved = resolve({ ...asked.value, method: request.method });
    if (!resolved.ok) return resolved;
    const inspected = gate.inspect(resolved.value.query);
    if (!inspected.ok) return inspected;
    if (inspected.value?.shape.introspects && !mayIntrospect(setup, context)) return refuse(NO_INTROSPECTION);
    const operation = operationOf(asked.value, resolved.value);
    return accept({ operation, inspected: inspected.value, remember: resolved.value.remember });
  };

  return (request: FastifyRequest, context: Asker): Result<AdmittedOperation, DoorRefusal> => {
    const found = document(request, context);
    if (!found.ok) return found;
    const { operation, inspected, remember } = found.value;
    const quote = inspected ? gate.price(inspected, operation, context.identity) : accept(null);
    if (!quote.ok) return quote;
    const admitted = gate.admit({ identity: identityOf(context), address: request.ip }, quote.value);
    if (!admitted.ok) return admitted;
    if (inspected) remember();
    const reportsCost = request.headers[COST_HEADER] !== undefined || operation.extensions?.cost === true;
    return accept({ ...admitted.value, operation, reportsCost });
  };
};

export type Admission = ReturnType<typeof createAdmission>;

const readOperation = (request: FastifyRequest) => {
  if (isForgeable(request.headers)) return refuse(badRequest(CSRF_MESSAGE));
  if (request.method === 'POST') return fromBody(request.body);
  return fromSearch(new URL(request.url, 'http://gateway').searchParams);
};

const mayIntrospect = ({ introspection }: Setup, { identity }: Asker) =>
  introspection.isOpen || (identity?.scopes.includes(introspection.scope) ?? false);

/** The text stands for whatever named it: nobody further in needs to know. */
const operationOf = (asked: OperationRequest, { query }: Resolved): AdmittedOperation['operation'] => {
  const { documentId: _id, extensions, ...rest } = asked;
  const { persistedQuery: _hash, ...others } = extensions ?? {};
  return { ...rest, query, ...(extensions && { extensions: others }) };
};

/** One budget per person and company: subjects are unique within an issuer only by convention. */
const identityOf = ({ identity }: Asker) => (identity ? `${identity.tenant} ${identity.subject}` : null);
