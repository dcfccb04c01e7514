import { type Action, type Caller, type Guarded, matches, recordReach } from '@crm/access';
import { type CommonRefusal, type Result, accept, refuse } from '@crm/kernel';
import { type Work, sqlOf } from '@crm/persistence';

import { serviceRequests } from './service-request.repository.ts';
import type { ServiceRequest, ServiceRequestId } from './service-request.rules.ts';

/** Where the facts are that decide who sees a request. */
export const GUARDED_REQUEST: Guarded = {
  type: 'ServiceRequest',
  from: 'service_request t',
  id: 't.id',
  columns: { record: 't.id', owner: 't.owner_id', department: 't.department_id', customer: 't.customer_id' },
};

export type At = Awaited<ReturnType<Work['claim']>>;
type Held = { readonly request: ServiceRequest; readonly at: At };

export const claimRequest = ({ claim }: Work, id: ServiceRequestId) => claim('service-request', id);

/**
 * Locks a request, checks that the caller may do this to it, that it is at the version the caller read, and that it is
 * not in the bin, or is in it to be restored. What he may not see does not exist.
 */
export const holdRequest = async (
  work: Work,
  { access }: Caller,
  action: Action,
  id: ServiceRequestId,
  expectedVersion: number,
): Promise<Result<Held, CommonRefusal>> => {
  const at = await claimRequest(work, id);
  const reach = await recordReach(sqlOf(work.db), access, action, GUARDED_REQUEST, id);
  const request = reach === 'hidden' ? null : await serviceRequests(work.db).find(id);
  if (!request) return refuse({ kind: 'not-found', what: 'ServiceRequest', path: ['input', 'id'] });
  if (reach === 'visible') return refuse({ kind: 'forbidden', permission: `ServiceRequest.${action}` });
  if (request.version !== expectedVersion) return refuse({ kind: 'conflict', currentVersion: request.version });
  const state = inState(request, action === 'restore' ? 'deleted' : 'live');
  return state.ok ? accept({ request, at }) : state;
};

const inState = ({ deletedAt }: ServiceRequest, wanted: 'live' | 'deleted'): Result<null, CommonRefusal> => {
  const actual = deletedAt === null ? 'live' : 'deleted';
  if (actual === wanted) return accept(null);
  const to = wanted === 'live' ? 'changed' : 'restored';
  const allowed = actual === 'live' ? ['deleted'] : ['restored'];
  return refuse({ kind: 'illegal-transition', from: actual, to, allowed });
};

/** Whether the caller may do this to a request that is being made. */
export const mayWithNew = (
  { access }: Caller,
  action: Action,
  { id, ownerId, departmentId, customerId }: Pick<ServiceRequest, 'id' | 'ownerId' | 'departmentId' | 'customerId'>,
): Result<null, CommonRefusal> => {
  const facts = { record: id, owner: ownerId, department: departmentId, customer: customerId };
  return matches(access.predicate('ServiceRequest', action), facts, [], new Date(0))
    ? accept(null)
    : refuse({ kind: 'forbidden', permission: `ServiceRequest.${action}` });
};

/** A customer or a partner who works for himself through the portal. */
export const isPortal = ({ actor }: Caller) => actor.customer !== null || actor.partner !== null;
