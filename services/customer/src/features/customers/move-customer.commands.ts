import type { Action, Caller } from '@crm/access';
import type { Fact } from '@crm/contracts';
import { type CommonRefusal, type Id, type Result, accept, refuse } from '@crm/kernel';
import type { Work } from '@crm/persistence';

import { type CustomerParts, TAKEN } from './create-customer.command.ts';
import {
  customerDeleted,
  customerLifecycleChanged,
  customerOwnerChanged,
  customerRestored,
  customerState,
} from './customer.event.ts';
import { holdCustomer, inState } from './customer.guard.ts';
import { customers } from './customer.repository.ts';
import { type Customer, type CustomerId, type Lifecycle, pinLifecycle } from './customer.rules.ts';
import { NOBODY, type Owner } from './owner-choice.ts';

type At = { readonly id: CustomerId; readonly expectedVersion: number };
type Moved = Promise<Result<CustomerId, CommonRefusal>>;

/** What is done to the contacts of a customer when it is moved. Answered by the contacts feature. */
export type ContactsFollow = {
  readonly owner: (work: Work, customer: CustomerId, owner: Owner, now: Date) => Promise<void>;
  readonly deletion: (work: Work, customer: CustomerId, now: Date) => Promise<void>;
  readonly restoration: (work: Work, customer: CustomerId, deletedAt: Date, now: Date) => Promise<void>;
};

export type MoveParts = CustomerParts & {
  readonly contacts: ContactsFollow;
  readonly ownerNamed: (work: Work, owner: Id<'Employee'>) => Promise<Result<Owner, CommonRefusal>>;
};

type Step = {
  readonly to: Partial<Customer>;
  readonly announce: (before: Customer, after: Customer, at: Parameters<typeof customerState>[0]) => Fact;
  readonly follow?: (work: Work, before: Customer, now: Date) => Promise<void>;
};

/** Hold, decide, save, announce: what all moves have in common. */
const move = async (
  { transact, clock }: MoveParts,
  caller: Caller,
  action: Action,
  { id, expectedVersion }: At,
  decide: (customer: Customer, work: Work, now: Date) => Promise<Result<Step, CommonRefusal>>,
): Moved =>
  transact(caller.actor, async (work) => {
    const held = await holdCustomer(work, caller, action, id, expectedVersion);
    if (!held.ok) return held;
    const { customer, at } = held.value;
    const now = clock.now();
    const state = inState(customer, action === 'restore' ? 'deleted' : 'live');
    if (!state.ok) return state;
    const step = await decide(customer, work, now);
    if (!step.ok) return step;

    const after = {
      ...customer,
      ...step.value.to,
      version: at.version,
      updatedAt: now,
      updatedBy: caller.actor.employee,
    };
    await customers(work.db).save(after);
    work.announce(step.value.announce(customer, after, at), customerState(at, after));
    await step.value.follow?.(work, customer, now);
    return accept(id);
  });

export type AssignCustomer = (caller: Caller, input: At & { readonly ownerId: Id<'Employee'> | null }) => Moved;

/** Gives a customer, and its contacts with it, to another employee or to nobody. */
export const assignCustomer =
  (parts: MoveParts): AssignCustomer =>
  (caller, input) =>
    move(parts, caller, 'assign', input, async (_customer, work) => {
      const owner = input.ownerId ? await parts.ownerNamed(work, input.ownerId) : accept(NOBODY);
      if (!owner.ok) return owner;
      return accept({
        to: owner.value,
        announce: (before, after, at) => customerOwnerChanged(at, before, after),
        follow: (tx, { id }, now) => parts.contacts.owner(tx, id, owner.value, now),
      });
    });

export type PinCustomerLifecycle = (
  caller: Caller,
  input: At & { readonly lifecycle: Lifecycle | null; readonly reason: string | null },
) => Moved;

export const pinCustomerLifecycle =
  (parts: MoveParts): PinCustomerLifecycle =>
  (caller, input) =>
    move(parts, caller, 'update', input, () => {
      if (caller.access.readOnly('Customer', 'lifecycle')) {
        return Promise.resolve(refuse({ kind: 'read-only-field', path: ['input', 'lifecycle'] }));
      }
      const pinned = pinLifecycle(input.lifecycle, input.reason);
      if (!pinned.ok) return Promise.resolve(pinned);
      return Promise.resolve(
        accept({ to: pinned.value, announce: (before, after, at) => customerLifecycleChanged(at, before, after) }),
      );
    });

export type DeleteCustomer = (caller: Caller, input: At & { readonly reason: string | null }) => Moved;

export const deleteCustomer =
  (parts: MoveParts): DeleteCustomer =>
  (caller, input) =>
    move(parts, caller, 'delete', input, (_customer, _work, now) =>
      Promise.resolve(
        accept({
          to: { deletedAt: now, deletedBecause: input.reason },
          announce: (_before, _after, at) => customerDeleted(at, now),
          follow: (tx, { id }) => parts.contacts.deletion(tx, id, now),
        }),
      ),
    );

export type RestoreCustomer = (caller: Caller, input: At) => Moved;

/** Takes a customer back, with the contacts that were deleted with it and not before. */
export const restoreCustomer =
  (parts: MoveParts): RestoreCustomer =>
  (caller, input) =>
    move(parts, caller, 'restore', input, ({ deletedAt }) =>
      Promise.resolve(
        accept({
          to: { deletedAt: null, deletedBecause: null },
          announce: (_before, after, at) => customerRestored(at, after),
          follow: (tx, { id }, now) =>
            deletedAt ? parts.contacts.restoration(tx, id, deletedAt, now) : Promise.resolve(),
        }),
      ),
    ).catch(TAKEN);
