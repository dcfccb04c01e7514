import type { Action, Caller } from '@crm/access';
import type { Fact } from '@crm/contracts';
import { type CommonRefusal, type Result, type Unchanged, accept, refuse, settled, unchanged } from '@crm/kernel';
import type { Work } from '@crm/persistence';

import type { RequestParts } from './create-service-request.command.ts';
import { requestDeleted, requestRestored, requestState, requestUpdated } from './service-request.event.ts';
import { type At, holdRequest, isPortal } from './service-request.guard.ts';
import { serviceRequests } from './service-request.repository.ts';
import {
  type DetailChanges,
  PORTAL_MAY_CHANGE,
  type ServiceRequest,
  type ServiceRequestId,
  changeRequest,
  priorityOf,
} from './service-request.rules.ts';

/** Which request, and which version of it the caller read. */
export type AtVersion = { readonly id: ServiceRequestId; readonly expectedVersion: number };
export type Changed = Promise<Result<ServiceRequestId, CommonRefusal>>;

/** What becomes of a request, and what is said about it. */
export type Change = {
  readonly to: Partial<ServiceRequest>;
  readonly announce: (at: At, after: ServiceRequest, before: ServiceRequest) => Fact;
};

/** Writes one version of a request, and says so. */
export const writeChange = async (
  { db, announce }: Work,
  { actor }: Caller,
  at: At,
  before: ServiceRequest,
  change: Change,
  now: Date,
): Promise<ServiceRequest> => {
  const stamp = { version: at.version, updatedAt: now, updatedBy: actor.employee };
  const after = { ...before, ...change.to, ...stamp };
  await serviceRequests(db).save(after);
  announce(change.announce(at, after, before), requestState(at, after));
  return after;
};

type Decided = Result<Change, CommonRefusal | Unchanged<ServiceRequestId>>;

/** Hold, decide, save, announce: what all changes have in common. */
export const changing = async (
  { transact, clock }: RequestParts,
  caller: Caller,
  action: Action,
  { id, expectedVersion }: AtVersion,
  decide: (request: ServiceRequest, now: Date, work: Work) => Promise<Decided>,
  then: (work: Work, after: ServiceRequest, now: Date) => Promise<Result<unknown, CommonRefusal>> = () =>
    Promise.resolve(accept(null)),
): Changed =>
  settled(
    await transact(
      caller.actor,
      async (work): Promise<Result<ServiceRequestId, CommonRefusal | Unchanged<ServiceRequestId>>> => {
        const held = await holdRequest(work, caller, action, id, expectedVersion);
        if (!held.ok) return held;
        const { request, at } = held.value;
        const now = clock.now();
        const change = await decide(request, now, work);
        if (!change.ok) return change;
        const after = await writeChange(work, caller, at, request, change.value, now);
        const followed = await then(work, after, now);
        return followed.ok ? accept(id) : followed;
      },
    ),
  );

export type ServiceRequestUpdate = DetailChanges & AtVersion;
export type UpdateServiceRequest = (caller: Caller, input: ServiceRequestUpdate) => Changed;

export const updateServiceRequest =
  (parts: RequestParts): UpdateServiceRequest =>
  (caller, input) =>
    changing(parts, caller, 'update', input, (request) => {
      const change = changeRequest(request, input);
      if (!change.ok) return Promise.resolve(change);
      const { details, changed } = change.value;
      const locked = changed.find((field) => isLocked(caller, field));
      if (locked) return Promise.resolve(refuse({ kind: 'read-only-field', path: ['input', locked] }));
      if (changed.length === 0) return Promise.resolve(unchanged(request.id));
      return Promise.resolve(
        accept({
          to: { ...details, priority: priorityOf(details) },
          announce: (at, after) => requestUpdated(at, after, changed),
        }),
      );
    });

const isLocked = (caller: Caller, field: string) =>
  caller.access.readOnly('ServiceRequest', field) || (isPortal(caller) && !PORTAL_MAY_CHANGE.includes(field));

export type DeleteServiceRequest = (caller: Caller, input: AtVersion & { readonly reason: string | null }) => Changed;

export const deleteServiceRequest =
  (parts: RequestParts): DeleteServiceRequest =>
  (caller, input) =>
    changing(parts, caller, 'delete', input, (_request, now) =>
      Promise.resolve(accept({ to: { deletedAt: now, movedBecause: input.reason }, announce: requestDeleted })),
    );

export type RestoreServiceRequest = (caller: Caller, input: AtVersion) => Changed;

export const restoreServiceRequest =
  (parts: RequestParts): RestoreServiceRequest =>
  (caller, input) =>
    changing(parts, caller, 'restore', input, () =>
      Promise.resolve(
        accept({ to: { deletedAt: null, movedBecause: null }, announce: (at, after) => requestRestored(at, after) }),
      ),
    );
