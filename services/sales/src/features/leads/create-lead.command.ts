import { type Caller, matches, ownerPlace } from '@crm/access';
import { type Clock, type CommonRefusal, type Id, type Result, accept, newId, refuse } from '@crm/kernel';
import { type Transact, type Work, nextNumber, once, sqlOf } from '@crm/persistence';

import { firstStatus } from './lead-status.rules.ts';
import { leadCaptured, leadState } from './lead.event.ts';
import { leads } from './lead.repository.ts';
import { type Lead, type LeadChanges, type LeadId, draftLead, leadNo } from './lead.rules.ts';

export type NewLead = LeadChanges & {
  readonly idempotencyKey?: string | null;
  readonly ownerId?: Id<'Employee'> | null;
};

export type CreateLead = (caller: Caller, input: NewLead) => Promise<Result<LeadId, CommonRefusal>>;

export type LeadParts = { readonly transact: Transact; readonly clock: Clock };

export const createLead =
  (parts: LeadParts): CreateLead =>
  (caller, input) =>
    parts.transact(caller.actor, (work) => {
      const said = { operation: 'createLead', key: input.idempotencyKey, input };
      return once(work, said, () => addLead(parts, work, caller, input));
    });

const addLead = async (
  { clock }: LeadParts,
  work: Work,
  caller: Caller,
  input: NewLead,
): Promise<Result<LeadId, CommonRefusal>> => {
  const allowed = mayNameOwner(caller, input);
  if (!allowed.ok) return allowed;
  const draft = draftLead(input);
  if (!draft.ok) return draft;
  const place = await ownerPlace(work.db, caller.actor, input.ownerId);
  if (!place.ok) return place;

  const lead: Lead = {
    ...born(caller, clock.now()),
    ...draft.value,
    ...place.value,
    status: firstStatus(place.value.ownerId),
  };
  if (!mayCreate(caller, lead)) return refuse({ kind: 'forbidden', permission: 'Lead.create' });
  const at = await work.claim('lead', lead.id);
  const numbered = { ...lead, leadNo: leadNo(await nextNumber(sqlOf(work.db), 'lead')) };
  await leads(work.db).add(numbered);
  work.announce(leadCaptured(at, numbered), leadState(at, numbered));
  return accept(lead.id);
};

/** Whoever gives a new lead to somebody else assigns it. */
const mayNameOwner = ({ actor, access }: Caller, { ownerId }: NewLead): Result<null, CommonRefusal> => {
  const allowed = access.require('Lead', 'create');
  return allowed.ok && ownerId && ownerId !== actor.employee ? access.require('Lead', 'assign') : allowed;
};

const mayCreate = ({ access }: Caller, { id, ownerId, departmentId }: Lead) =>
  matches(
    access.predicate('Lead', 'create'),
    { record: id, owner: ownerId, department: departmentId },
    [],
    new Date(0),
  );

const born = ({ actor }: Caller, now: Date) => ({
  id: newId('Lead', now.getTime()),
  leadNo: '',
  disqualifiedBecause: null,
  firstContactAt: null,
  lastContactAt: null,
  version: 1,
  createdAt: now,
  createdBy: actor.employee,
  updatedAt: now,
  updatedBy: actor.employee,
  deletedAt: null,
});
