import type { Caller } from '@crm/access';
import { type Clock, type CommonRefusal, type Id, type Result, accept, newId, refuse } from '@crm/kernel';
import type { Transact, Work } from '@crm/persistence';

import { recordShared, recordUnshared } from './record-share.event.ts';
import { shares } from './record-share.repository.ts';
import { type Grantee, type ShareLevel, granteeOf } from './record-share.rules.ts';

type CustomerId = Id<'Customer'>;
type Shared = Promise<Result<CustomerId, CommonRefusal>>;

export type SharingParts = {
  readonly transact: Transact;
  readonly clock: Clock;
  /** How far the caller reaches a customer for sharing. Answered by the customers feature. */
  readonly reach: (work: Work, caller: Caller, id: CustomerId) => Promise<'hidden' | 'visible' | 'allowed'>;
  /** Whether there is such an employee or department. Answered by their features. */
  readonly exists: (work: Work, grantee: Grantee) => Promise<boolean>;
};

export type ShareCustomer = (
  caller: Caller,
  input: {
    readonly customerId: CustomerId;
    readonly employeeId: Id<'Employee'> | null;
    readonly departmentId: Id<'Department'> | null;
    readonly level: ShareLevel;
    readonly until: Date | null;
  },
) => Shared;

/** Shares a customer, or changes how it is shared with the same grantee: saying it twice changes nothing more. */
export const shareCustomer =
  (parts: SharingParts): ShareCustomer =>
  (caller, input) =>
    parts.transact(caller.actor, async (work): Shared => {
      const allowed = await mayShare(parts, work, caller, input.customerId);
      if (!allowed.ok) return allowed;
      const grantee = granteeOf(input);
      if (!grantee.ok) return grantee;
      if (!(await parts.exists(work, grantee.value))) return unknown(grantee.value);

      const known = await shares(work.db).between(input.customerId, grantee.value.granteeId);
      const { level, until } = input;
      const id = known?.id ?? newId('RecordShare', parts.clock.now().getTime());
      const share = { ...grantee.value, id, recordType: 'Customer', recordId: input.customerId, level, until } as const;
      const at = await work.claim('record-share', id);
      await shares(work.db).save(share, at);
      work.announce(...recordShared(at, share, parts.clock.now()));
      return accept(input.customerId);
    });

const mayShare = async ({ reach }: SharingParts, work: Work, caller: Caller, id: CustomerId) => {
  const found = await reach(work, caller, id);
  if (found === 'hidden')
    return refuse({ kind: 'not-found', what: 'Customer', path: ['input', 'customerId'] } as const);
  if (found === 'visible') return refuse({ kind: 'forbidden', permission: 'Customer.share' } as const);
  return accept(null);
};

const unknown = ({ granteeType }: Grantee) => {
  const what = granteeType === 'EMPLOYEE' ? ('Employee' as const) : ('Department' as const);
  const path = ['input', granteeType === 'EMPLOYEE' ? 'employeeId' : 'departmentId'];
  return refuse({ kind: 'invalid-input', problems: [{ path, problem: 'unknown', what }] } as const);
};

export type UnshareCustomer = (
  caller: Caller,
  input: { readonly customerId: CustomerId; readonly granteeId: string },
) => Shared;

/** Ends a share; one that is not there is ended already. */
export const unshareCustomer =
  (parts: SharingParts): UnshareCustomer =>
  (caller, { customerId, granteeId }) =>
    parts.transact(caller.actor, async (work): Shared => {
      const allowed = await mayShare(parts, work, caller, customerId);
      if (!allowed.ok) return allowed;
      const share = await shares(work.db).between(customerId, granteeId);
      if (!share) return accept(customerId);

      const at = await work.claim('record-share', share.id);
      await shares(work.db).end(share, at);
      work.announce(...recordUnshared(at, share, parts.clock.now()));
      return accept(customerId);
    });
