import type { Caller } from '@crm/access';
import { PERSONAL_DATA_RECEIPTS } from '@crm/contracts';
import {
  type Clock,
  type CommonRefusal,
  type Id,
  type Result,
  type Unchanged,
  accept,
  newId,
  settled,
  unchanged,
} from '@crm/kernel';
import { type Transact, type Work, forgetInputs, once } from '@crm/persistence';
import { schedule } from '@crm/timers';

import { erasureRequested } from './erasure.event.ts';
import { erasures } from './erasure.repository.ts';
import type { Erasure, ErasureId, Subject } from './erasure.rules.ts';
import { ASK_AGAIN_TIMER, type ErasureTimes, GONE_AGAIN_TIMER, after } from './erasure-timers.command.ts';

/** Who a contact is: the person customer whose own contact it is, or somebody at a company. */
export type WhoIsErased = { readonly personCustomer: Id<'Customer'> | null };

export type ErasureParts = {
  readonly transact: Transact;
  readonly clock: Clock;
  readonly times: ErasureTimes;
  /** Whether the caller may erase the contact, and who it is. Answered by the contacts feature. */
  readonly mayErase: (work: Work, caller: Caller, id: Id<'Contact'>) => Promise<Result<WhoIsErased, CommonRefusal>>;
  /** Locks a contact and clears it; gives the version that ended it. Answered by the contacts feature. */
  readonly eraseContact: (work: Work, id: Id<'Contact'>, now: Date) => Promise<number>;
  /** The same for a person customer. Answered by the customers feature. */
  readonly eraseCustomer: (work: Work, id: Id<'Customer'>, contact: Id<'Contact'>, now: Date) => Promise<number>;
};

export type ErasePersonalData = (
  caller: Caller,
  input: { readonly idempotencyKey?: string | null; readonly contactId: Id<'Contact'> },
) => Promise<Result<ErasureId, CommonRefusal>>;

/** Clears the person here and asks every service to do the same. Whoever was erased before is not erased again. */
export const erasePersonalData =
  (parts: ErasureParts): ErasePersonalData =>
  async (caller, input) =>
    settled(
      await parts.transact(caller.actor, (work) => {
        const said = { operation: 'erasePersonalData', key: input.idempotencyKey, input };
        return once(work, said, () => begin(parts, work, caller, input.contactId));
      }),
    );

const begin = async (
  parts: ErasureParts,
  work: Work,
  caller: Caller,
  contactId: Id<'Contact'>,
): Promise<Result<ErasureId, CommonRefusal | Unchanged<ErasureId>>> => {
  const who = await parts.mayErase(work, caller, contactId);
  if (!who.ok) return who;
  const id = newId('PersonalDataErasure', parts.clock.now().getTime());
  // The first of all locks: of two who ask at once, the second finds what the first has begun.
  await work.db.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`erasing ${contactId}`]);
  const known = await erasures(work.db).ofContact(contactId);
  if (known) return unchanged(known.id);

  const now = parts.clock.now();
  const subjects = await clear(parts, work, contactId, who.value, now);
  const { employee } = work.actor;
  const erasure: Erasure = { id, contactId, subjects, requestedAt: now, requestedBy: employee, completedAt: null };
  await record(parts, work, erasure);
  return accept(id);
};

/** The customer before its contact, in the order in which changes of a person lock them. */
const clear = async (
  parts: ErasureParts,
  work: Work,
  contactId: Id<'Contact'>,
  { personCustomer }: WhoIsErased,
  now: Date,
): Promise<readonly Subject[]> => {
  const customer: Subject[] = personCustomer
    ? [
        {
          type: 'customer',
          id: personCustomer,
          version: await parts.eraseCustomer(work, personCustomer, contactId, now),
        },
      ]
    : [];
  const version = await parts.eraseContact(work, contactId, now);
  return [{ type: 'contact', id: contactId, version }, ...customer];
};

const record = async ({ times }: ErasureParts, work: Work, erasure: Erasure) => {
  const { id, subjects, requestedAt } = erasure;
  for (const subject of subjects) await forgetInputs(work.db, subject.id);
  const at = await work.claim('personal-data', id);
  await erasures(work.db).add(
    erasure,
    PERSONAL_DATA_RECEIPTS.map(({ owner }) => owner),
  );
  work.announce(erasureRequested(at, erasure, requestedAt));
  await schedule(work.db, { kind: GONE_AGAIN_TIMER, entity: id, dueAt: after(requestedAt, times.goneAgainAfterMs) });
  await schedule(work.db, { kind: ASK_AGAIN_TIMER, entity: id, dueAt: after(requestedAt, times.askAgainAfterMs) });
};
