import type { Caller } from '@crm/access';
import { type CommonRefusal, type Id, type Result, accept, refuse } from '@crm/kernel';
import { type Work, sqlOf } from '@crm/persistence';

import { type AtVersion, type Change, type Changed, changing, writeChange } from './change-service-request.commands.ts';
import { type RequestParts, placeOfAssignee } from './create-service-request.command.ts';
import { PORTAL_ACTIONS, type RequestAction } from './request-actions.rules.ts';
import {
  type Answer,
  type Step,
  type WaitingFor,
  assign,
  cancel,
  close,
  reopen,
  resolve,
  start,
  wait,
} from './request-status.rules.ts';
import { requestAssigned, requestStatusChanged } from './service-request.event.ts';
import { claimRequest, isPortal } from './service-request.guard.ts';
import { type ServiceRequest, told } from './service-request.rules.ts';

export type AssignServiceRequest = (
  caller: Caller,
  input: AtVersion & { readonly assigneeId: Id<'Employee'> },
) => Changed;

/** Gives a request to an employee, who answers for it from then on. */
export const assignServiceRequest =
  (parts: RequestParts): AssignServiceRequest =>
  (caller, input) =>
    changing(parts, caller, 'assign', input, async (request, now, { db }) => {
      const place = await placeOfAssignee(sqlOf(db), caller, input.assigneeId);
      if (!place.ok) return place;
      const step = assign(request, place.value, now);
      if (!step.ok) return step;
      return accept({
        to: { ...step.value, movedBecause: null },
        announce: (at, after, before) => requestAssigned(at, before, after, input.assigneeId),
      });
    });

/** A step that leads to another status: what is said is where from and where to. */
const moved = (step: Result<Step, CommonRefusal>, reason: string | null): Result<Change, CommonRefusal> =>
  step.ok
    ? accept({
        to: { ...step.value, movedBecause: reason },
        announce: (at, after, before) => requestStatusChanged(at, before, after),
      })
    : step;

const move = (
  parts: RequestParts,
  caller: Caller,
  action: RequestAction,
  input: AtVersion & { readonly reason?: string | null },
  step: (request: ServiceRequest, now: Date) => Result<Step, CommonRefusal>,
  then?: (work: Work, after: ServiceRequest, now: Date) => Promise<Result<unknown, CommonRefusal>>,
): Changed =>
  changing(
    parts,
    caller,
    'update',
    input,
    (request, now) => {
      const isForStaff = isPortal(caller) && !PORTAL_ACTIONS.includes(action);
      if (isForStaff) return Promise.resolve(refuse({ kind: 'forbidden', permission: 'ServiceRequest.update' }));
      return Promise.resolve(moved(step(request, now), told(input.reason)));
    },
    then,
  );

export type StartServiceRequest = (caller: Caller, input: AtVersion) => Changed;

export const startServiceRequest =
  (parts: RequestParts): StartServiceRequest =>
  (caller, input) =>
    move(parts, caller, 'START', input, (request, now) => start(request, caller.actor.employee, now));

export type PauseServiceRequest = (caller: Caller, input: AtVersion & { readonly waitingFor: WaitingFor }) => Changed;

export const pauseServiceRequest =
  (parts: RequestParts): PauseServiceRequest =>
  (caller, input) =>
    move(parts, caller, 'PAUSE', input, (request, now) => wait(request, input.waitingFor, now));

export type ResolveServiceRequest = (
  caller: Caller,
  input: AtVersion & Answer & { readonly isClosed: boolean },
) => Changed;

/** Resolved, and at once closed when the customer is content already: two versions, one act. */
export const resolveServiceRequest =
  (parts: RequestParts): ResolveServiceRequest =>
  (caller, input) =>
    move(
      parts,
      caller,
      'RESOLVE',
      input,
      (request, now) => resolve(request, input, now),
      async (work, resolved, now) => {
        if (!input.isClosed) return accept(null);
        const closing = moved(close(resolved, now), null);
        if (!closing.ok) return closing;
        const at = await claimRequest(work, resolved.id);
        return accept(await writeChange(work, caller, at, resolved, closing.value, now));
      },
    );

export type CloseServiceRequest = (caller: Caller, input: AtVersion) => Changed;

export const closeServiceRequest =
  (parts: RequestParts): CloseServiceRequest =>
  (caller, input) =>
    move(parts, caller, 'CLOSE', input, close);

export type ReopenServiceRequest = (caller: Caller, input: AtVersion & { readonly reason: string | null }) => Changed;

export const reopenServiceRequest =
  (parts: RequestParts): ReopenServiceRequest =>
  (caller, input) =>
    move(parts, caller, 'REOPEN', input, reopen);

export type CancelServiceRequest = (caller: Caller, input: AtVersion & { readonly reason: string | null }) => Changed;

export const cancelServiceRequest =
  (parts: RequestParts): CancelServiceRequest =>
  (caller, input) =>
    move(parts, caller, 'CANCEL', input, cancel);
