import { type Status, reachable } from './request-status.rules.ts';
import type { ServiceRequest } from './service-request.rules.ts';

export type RequestAction =
  'UPDATE' | 'ASSIGN' | 'START' | 'PAUSE' | 'RESOLVE' | 'CLOSE' | 'REOPEN' | 'CANCEL' | 'DELETE' | 'RESTORE';

/** What the reader's roles let him do to one request, in whatever status it is. */
export type Rights = {
  readonly mayUpdate: boolean;
  readonly mayAssign: boolean;
  readonly mayDelete: boolean;
  readonly mayRestore: boolean;
};

const LEADS_TO: Readonly<Record<Status, readonly RequestAction[]>> = {
  NEW: [],
  ASSIGNED: [],
  IN_PROGRESS: ['START'],
  PENDING_CUSTOMER: ['PAUSE'],
  PENDING_THIRD_PARTY: ['PAUSE'],
  RESOLVED: ['RESOLVE'],
  CLOSED: ['CLOSE'],
  REOPENED: ['REOPEN'],
  CANCELLED: ['CANCEL'],
};

/** Customers and partners take back what they asked for, or say that it was not solved; the rest is our work. */
export const PORTAL_ACTIONS: readonly RequestAction[] = ['UPDATE', 'REOPEN', 'CANCEL'];
/** Nothing follows on these: they are not given to anybody any more. */
const FINISHED: readonly Status[] = ['RESOLVED', 'CLOSED', 'CANCELLED'];

/** What the reader may do to a request now. */
export const actionsOn = (
  request: Pick<ServiceRequest, 'status' | 'resolvedAt' | 'deletedAt'>,
  rights: Rights,
  isPortal: boolean,
  now: Date,
): readonly RequestAction[] => {
  if (request.deletedAt) return rights.mayRestore ? ['RESTORE'] : [];
  const moves = new Set(reachable(request, now).flatMap((status) => LEADS_TO[status]));
  const actions: readonly RequestAction[] = [
    ...(rights.mayUpdate ? (['UPDATE', ...moves] as const) : []),
    ...(rights.mayAssign && !FINISHED.includes(request.status) ? (['ASSIGN'] as const) : []),
    ...(rights.mayDelete ? (['DELETE'] as const) : []),
  ];
  return isPortal ? actions.filter((action) => PORTAL_ACTIONS.includes(action)) : actions;
};
