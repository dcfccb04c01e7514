import type { Action, Caller } from '@crm/access';
import type { Fact } from '@crm/contracts';
import {
  type CommonRefusal,
  type Result,
  type Unchanged,
  accept,
  newId,
  refuse,
  settled,
  unchanged,
} from '@crm/kernel';
import type { Work } from '@crm/persistence';

import { type ContactPointInput, readContactPoints } from '../../party/contact-point.rules.ts';
import { partyData } from '../../party/party.repository.ts';
import { contactDeleted, contactRestored, contactState, contactUpdated } from './contact.event.ts';
import { holdContact } from './contact.guard.ts';
import { contacts } from './contact.repository.ts';
import { type Contact, type ContactChanges, type ContactId, changeContact } from './contact.rules.ts';
import { type ContactParts, superiorProblem } from './create-contact.command.ts';

type At = { readonly id: ContactId; readonly expectedVersion: number };
type Changed = Promise<Result<ContactId, CommonRefusal>>;

export type ContactUpdate = ContactChanges & At & { readonly contactPoints?: readonly ContactPointInput[] | null };

export type UpdateContact = (caller: Caller, input: ContactUpdate) => Changed;

export const updateContact =
  ({ transact, clock, holdCustomer }: ContactParts): UpdateContact =>
  async (caller, input) =>
    settled(await transact(caller.actor, (work) => change({ transact, clock, holdCustomer }, work, caller, input)));

const change = async (
  { clock, holdCustomer }: ContactParts,
  work: Work,
  caller: Caller,
  input: ContactUpdate,
): Promise<Result<ContactId, CommonRefusal | Unchanged<ContactId>>> => {
  const held = await hold(work, caller, 'update', input);
  if (!held.ok) return held;
  const { contact, at } = held.value;
  const country = (await holdCustomer(work, caller, contact.customerId))?.country ?? null;
  const now = clock.now();
  const draft = await readChange(work, contact, country, input, now);
  if (!draft.ok) return draft;
  const { details, points, changed } = draft.value;
  const locked = changed.find((field) => caller.access.readOnly('Contact', field));
  if (locked) return refuse({ kind: 'read-only-field', path: ['input', locked] });
  if (changed.length === 0) return unchanged(contact.id);

  const after = { ...contact, ...details, ...stamped(caller, at.version, now) };
  await contacts(work.db).save(after);
  if (points) await contacts(work.db).replaceContactPoints(after.id, points);
  work.announce(contactUpdated(at, after, changed), contactState(at, after));
  return accept(after.id);
};

/** Nothing brings back an erased contact. One that is in the bin can be restored only; that of a person customer goes and comes with the customer. */
const hold = async (work: Work, caller: Caller, action: Action, { id, expectedVersion }: At) => {
  const held = await holdContact(work, caller, action, id, expectedVersion);
  if (!held.ok) return held;
  const { contact } = held.value;
  if (contact.erasedAt) return refuse({ kind: 'illegal-transition', from: 'erased', to: action, allowed: [] } as const);
  if (contact.isPersonOfCustomer) {
    return refuse({
      kind: 'invalid-input',
      problems: [
        { path: ['input', 'id'], problem: 'not-allowed-here', because: 'it follows its customer: change that' },
      ],
    } as const);
  }
  const state = contact.deletedAt ? 'deleted' : 'live';
  if ((state === 'deleted') === (action === 'restore')) return held;
  return refuse({
    kind: 'illegal-transition',
    from: state,
    to: action,
    allowed: [state === 'live' ? 'deleted' : 'restored'],
  } as const);
};

const stamped = ({ actor }: Caller, version: number, now: Date) => ({
  version,
  updatedAt: now,
  updatedBy: actor.employee,
});

const readChange = async ({ db }: Work, contact: Contact, country: string | null, input: ContactUpdate, now: Date) => {
  const details = changeContact(contact, input);
  if (!details.ok) return details;
  const points = await readPoints(db, contact, country, input, now);
  const problems = [...points.problems, ...(await superiorProblems(db, contact, input.reportsToId ?? null))];
  if (problems.length > 0) return refuse({ kind: 'invalid-input', problems } as const);
  const changed = [...details.value.changed, ...(points.value ? ['contactPoints'] : [])];
  return accept({ details: details.value.details, points: points.value, changed });
};

const readPoints = async (
  db: Work['db'],
  contact: Contact,
  country: string | null,
  { contactPoints }: ContactUpdate,
  now: Date,
) => {
  if (!contactPoints) return { value: null, problems: [] };
  const known = await partyData(db).contactPointsOf(contact.id);
  return readContactPoints(contactPoints, country, known, () => newId('ContactPoint', now.getTime()));
};

const superiorProblems = async (db: Work['db'], contact: Contact, superiorId: ContactId | null) =>
  superiorId === contact.id
    ? [{ path: ['input', 'reportsToId'], problem: 'not-allowed-here', because: 'nobody reports to himself' } as const]
    : superiorProblem(contacts(db).find, contact.customerId, superiorId);

const bin =
  (action: 'delete' | 'restore', announce: (at: Parameters<typeof contactState>[0], contact: Contact) => Fact) =>
  ({ transact, clock }: ContactParts) =>
  (caller: Caller, input: At): Changed =>
    transact(caller.actor, async (work) => {
      const held = await hold(work, caller, action, input);
      if (!held.ok) return held;
      const { contact, at } = held.value;
      const now = clock.now();
      const after = { ...contact, ...stamped(caller, at.version, now), deletedAt: action === 'delete' ? now : null };
      await contacts(work.db).save(after);
      work.announce(announce(at, after), contactState(at, after));
      return accept(after.id);
    });

export const deleteContact = bin('delete', contactDeleted);
export const restoreContact = bin('restore', contactRestored);
