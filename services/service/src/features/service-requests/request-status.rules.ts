import { type CommonRefusal, type Result, accept, daysBetween, refuse } from '@crm/kernel';

import { type InvalidInput, type RequestKind, type ServiceRequest, told, tooLong } from './service-request.rules.ts';

export type Status = keyof typeof TRANSITIONS;

/** From each status, those it can become. What is not here cannot happen. */
export const TRANSITIONS = {
  NEW: ['ASSIGNED', 'RESOLVED', 'CANCELLED'],
  ASSIGNED: ['IN_PROGRESS', 'RESOLVED', 'CANCELLED'],
  IN_PROGRESS: ['PENDING_CUSTOMER', 'PENDING_THIRD_PARTY', 'RESOLVED', 'CANCELLED'],
  PENDING_CUSTOMER: ['IN_PROGRESS', 'RESOLVED', 'CANCELLED'],
  PENDING_THIRD_PARTY: ['IN_PROGRESS', 'RESOLVED', 'CANCELLED'],
  RESOLVED: ['CLOSED', 'REOPENED'],
  REOPENED: ['ASSIGNED', 'IN_PROGRESS', 'CANCELLED'],
  CLOSED: [],
  CANCELLED: [],
} as const;

type Standing = Pick<ServiceRequest, 'status' | 'resolvedAt'>;
type Illegal = Extract<CommonRefusal, { kind: 'illegal-transition' }>;
/** What a step changes of a request. */
export type Step<Change extends keyof ServiceRequest = never> = Pick<ServiceRequest, 'status' | Change>;

/** After these days a solution stands: what comes later is a new request. */
export const REOPEN_DAYS = 7;

const canReopen = ({ resolvedAt }: Standing, now: Date) =>
  resolvedAt !== null && daysBetween(resolvedAt, now) <= REOPEN_DAYS;

/** The statuses it can become now. */
export const reachable = (request: Standing, now: Date): readonly Status[] =>
  TRANSITIONS[request.status].filter((to) => to !== 'REOPENED' || canReopen(request, now));

/** Moves on, or names what is possible. */
export const moveTo = <To extends Status>(
  request: Standing,
  to: To,
  now: Date,
): Result<{ readonly status: To }, Illegal> => {
  const allowed = reachable(request, now);
  if (allowed.some((each) => each === to)) return accept({ status: to });
  return refuse({ kind: 'illegal-transition', from: request.status, to, allowed });
};

type Place = Pick<ServiceRequest, 'ownerId' | 'departmentId'>;

/** Somebody works on it already: who takes over finds it as it was. */
const UNDER_WAY: readonly Status[] = ['ASSIGNED', 'IN_PROGRESS', 'PENDING_CUSTOMER', 'PENDING_THIRD_PARTY'];

/** Gives it to an employee, who answers for it from now on. */
export const assign = (
  request: Standing,
  { ownerId, departmentId }: Place,
  now: Date,
): Result<Step<'assigneeId' | 'ownerId' | 'departmentId'>, Illegal> => {
  const moved = UNDER_WAY.includes(request.status)
    ? accept({ status: request.status })
    : moveTo(request, 'ASSIGNED', now);
  return moved.ok ? accept({ ...moved.value, assigneeId: ownerId, ownerId, departmentId }) : moved;
};

/** Work begins, or goes on; what nobody is assigned to is taken by who begins. */
export const start = (
  request: Standing & Pick<ServiceRequest, 'assigneeId'>,
  starter: ServiceRequest['assigneeId'],
  now: Date,
): Result<Step<'assigneeId'>, Illegal | InvalidInput> => {
  const moved = moveTo(request, 'IN_PROGRESS', now);
  if (!moved.ok) return moved;
  const assigneeId = request.assigneeId ?? starter;
  if (assigneeId) return accept({ ...moved.value, assigneeId });
  const because = 'somebody must be assigned first';
  return refuse({ kind: 'invalid-input', problems: [{ path: ['input', 'id'], problem: 'not-allowed-here', because }] });
};

export type WaitingFor = 'CUSTOMER' | 'THIRD_PARTY';

export const wait = (request: Standing, waitingFor: WaitingFor, now: Date) =>
  moveTo(request, waitingFor === 'CUSTOMER' ? 'PENDING_CUSTOMER' : 'PENDING_THIRD_PARTY', now);

/** Something was wrong: why it was is worth knowing. */
const CAUSE_NEEDED: readonly RequestKind[] = ['INCIDENT', 'PROBLEM', 'COMPLAINT'];
const LIMITS = { solution: 20_000, cause: 2_000 } as const;

export type Answer = { readonly solution: string; readonly cause?: string | null | undefined };

/** The answer, and, where something was wrong, what the cause was. */
export const resolve = (
  request: Standing & Pick<ServiceRequest, 'kind'>,
  said: Answer,
  now: Date,
): Result<Step<'solution' | 'cause' | 'resolvedAt'>, Illegal | InvalidInput> => {
  const moved = moveTo(request, 'RESOLVED', now);
  if (!moved.ok) return moved;
  const answer = { solution: said.solution.trim(), cause: told(said.cause) };
  const missing = [
    ...(answer.solution === '' ? ['solution'] : []),
    ...(CAUSE_NEEDED.includes(request.kind) && answer.cause === null ? ['cause'] : []),
  ];
  const problems = [
    ...missing.map((name) => ({ path: ['input', name], problem: 'required' }) as const),
    ...tooLong(LIMITS, answer),
  ];
  if (problems.length > 0) return refuse({ kind: 'invalid-input', problems });
  return accept({ ...moved.value, ...answer, resolvedAt: now });
};

export const close = (request: Standing, now: Date): Result<Step<'closedAt'>, Illegal> => {
  const moved = moveTo(request, 'CLOSED', now);
  return moved.ok ? accept({ ...moved.value, closedAt: now }) : moved;
};

/** The solution was none: it is open again, with what was tried. */
export const reopen = (request: Standing, now: Date): Result<Step<'resolvedAt'>, Illegal> => {
  const moved = moveTo(request, 'REOPENED', now);
  return moved.ok ? accept({ ...moved.value, resolvedAt: null }) : moved;
};

export const cancel = (request: Standing, now: Date) => moveTo(request, 'CANCELLED', now);
