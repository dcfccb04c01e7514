import { type Caller, type OwnerPlace, ownerPlace } from '@crm/access';
import { type Clock, type CommonRefusal, type Id, type Result, accept, newId, refuse } from '@crm/kernel';
import { type Sql, type Transact, type Work, nextNumber, once, sqlOf } from '@crm/persistence';

import { assign } from './request-status.rules.ts';
import { requestCreated, requestState } from './service-request.event.ts';
import { claimRequest, isPortal, mayWithNew } from './service-request.guard.ts';
import { serviceRequests } from './service-request.repository.ts';
import {
  type Channel,
  type DetailChanges,
  type RequestDetails,
  type ServiceRequest,
  type ServiceRequestId,
  channelProblems,
  draftRequest,
  priorityOf,
  requestNo,
} from './service-request.rules.ts';

export type NewServiceRequest = DetailChanges & {
  readonly idempotencyKey?: string | null;
  readonly customerId: Id<'Customer'>;
  readonly channel: Channel;
  readonly assigneeId?: Id<'Employee'> | null;
};

type Created = Promise<Result<ServiceRequestId, CommonRefusal>>;
export type CreateServiceRequest = (caller: Caller, input: NewServiceRequest) => Created;

/** Who looks after a customer; null when the caller may not see it. Answered by what we know of customers. */
export type PlaceOfCustomer = (sql: Sql, caller: Caller, id: Id<'Customer'>) => Promise<OwnerPlace | null>;

/** Whether a person was erased; until the transaction ends, nobody erases him. Messaging’s. */
export type IsErased = (db: Work['db'], id: string) => Promise<boolean>;

export type RequestParts = {
  readonly transact: Transact;
  readonly clock: Clock;
  readonly placeOfCustomer: PlaceOfCustomer;
  readonly isErased: IsErased;
};

export const createServiceRequest =
  (parts: RequestParts): CreateServiceRequest =>
  (caller, input) =>
    parts.transact(caller.actor, (work) => {
      const said = { operation: 'createServiceRequest', key: input.idempotencyKey, input };
      return once(work, said, () => takeIn(parts, work, caller, input));
    });

const takeIn = async (parts: RequestParts, work: Work, caller: Caller, input: NewServiceRequest): Created => {
  const allowed = caller.access.require('ServiceRequest', 'create');
  if (!allowed.ok) return allowed;
  const customer = await placeOf(parts, work, caller, input.customerId);
  if (!customer) return refuse({ kind: 'not-found', what: 'Customer', path: ['input', 'customerId'] } as const);
  const now = parts.clock.now();
  const details = readDetails(caller, input);
  if (!details.ok) return details;

  // What comes from no employee is answered for by who looks after the customer.
  const taker = caller.actor.employee ? await ownerPlace(sqlOf(work.db), caller.actor) : accept(customer);
  if (!taker.ok) return taker;
  const taken = born(caller, input, { ...details.value, ...taker.value }, now);
  const request = await assigned(work, caller, taken, input.assigneeId ?? null, now);
  return request.ok ? accept(await saveNew(work, request.value)) : request;
};

/** Asks the erasures and not only the customer’s events: who erases waits for us, and then finds this request. */
const placeOf = async (parts: RequestParts, { db }: Work, caller: Caller, id: Id<'Customer'>) =>
  (await parts.isErased(db, id)) ? null : parts.placeOfCustomer(sqlOf(db), caller, id);

const readDetails = (caller: Caller, input: NewServiceRequest): Result<RequestDetails, CommonRefusal> => {
  const details = draftRequest(input);
  const problems = [
    ...(details.ok ? [] : details.refusal.problems),
    ...channelProblems(input.channel, isPortal(caller)),
  ];
  return problems.length > 0 ? refuse({ kind: 'invalid-input', problems }) : details;
};

const born = (
  { actor }: Caller,
  { customerId, channel }: NewServiceRequest,
  said: RequestDetails & OwnerPlace,
  now: Date,
): ServiceRequest => ({
  ...said,
  id: newId('ServiceRequest', now.getTime()),
  requestNo: '',
  customerId,
  channel,
  priority: priorityOf(said),
  status: 'NEW',
  assigneeId: null,
  solution: null,
  cause: null,
  movedBecause: null,
  resolvedAt: null,
  closedAt: null,
  version: 1,
  createdAt: now,
  createdBy: actor.employee,
  updatedAt: now,
  updatedBy: actor.employee,
  deletedAt: null,
});

/** Who may take it in may keep it; giving it to somebody else needs the permission to assign. */
const assigned = async (
  { db }: Work,
  caller: Caller,
  request: ServiceRequest,
  assigneeId: Id<'Employee'> | null,
  now: Date,
): Promise<Result<ServiceRequest, CommonRefusal>> => {
  const isAllowed = mayWithNew(caller, 'create', request);
  if (!isAllowed.ok) return isAllowed;
  if (!assigneeId) return accept(request);
  const may = assigneeId === caller.actor.employee ? accept(null) : mayWithNew(caller, 'assign', request);
  if (!may.ok) return may;
  const place = await placeOfAssignee(sqlOf(db), caller, assigneeId);
  if (!place.ok) return place;
  const step = assign(request, place.value, now);
  return step.ok ? accept({ ...request, ...step.value }) : step;
};

/** Where an employee works who is to work on a request; refused when he does not work here. */
export const placeOfAssignee = async (
  sql: Sql,
  { actor }: Caller,
  assigneeId: Id<'Employee'>,
): Promise<Result<OwnerPlace, CommonRefusal>> => {
  const place = await ownerPlace(sql, actor, assigneeId);
  if (place.ok) return place;
  return refuse({
    kind: 'invalid-input',
    problems: place.refusal.problems.map((problem) => ({ ...problem, path: ['input', 'assigneeId'] })),
  });
};

const saveNew = async (work: Work, draft: ServiceRequest) => {
  const at = await claimRequest(work, draft.id);
  const request = { ...draft, requestNo: requestNo(await nextNumber(sqlOf(work.db), 'service-request')) };
  await serviceRequests(work.db).add(request);
  work.announce(requestCreated(at, request), requestState(at, request));
  return request.id;
};
