import { type Caller, matches } from '@crm/access';
import { type Clock, type CommonRefusal, type Id, type Result, accept, newId, refuse } from '@crm/kernel';
import { type Transact, type Work, nextNumber, once, refuseTaken, sqlOf } from '@crm/persistence';

import { type AddressInput, readAddresses } from '../../party/address.rules.ts';
import { type ContactPoint, type ContactPointInput, readContactPoints } from '../../party/contact-point.rules.ts';
import { partyData } from '../../party/party.repository.ts';
import { customerCreated, customerState } from './customer.event.ts';
import { customers } from './customer.repository.ts';
import {
  type Customer,
  type CustomerChanges,
  type CustomerId,
  type CustomerKind,
  customerNo,
  draftCustomer,
} from './customer.rules.ts';
import type { OwnerChoice } from './owner-choice.ts';

export type NewCustomer = CustomerChanges & {
  readonly idempotencyKey?: string | null;
  readonly kind: CustomerKind;
  readonly ownerId?: Id<'Employee'> | null;
  readonly addresses: readonly AddressInput[];
  readonly contactPoints: readonly ContactPointInput[];
};

export type CreateCustomer = (caller: Caller, input: NewCustomer) => Promise<Result<CustomerId, CommonRefusal>>;

/** Keeps a person customer's own contact in step, in the same transaction. */
export type PersonContact = (work: Work, person: Customer, points: readonly ContactPoint[]) => Promise<void>;

export type CustomerParts = {
  readonly transact: Transact;
  readonly clock: Clock;
  readonly chooseOwner: OwnerChoice;
  readonly keepPersonContact: PersonContact;
};

/** The input whose value a unique index protects. */
export const TAKEN = refuseTaken({ customer_registration_no: ['input', 'registrationNo'] });

export const createCustomer =
  (parts: CustomerParts): CreateCustomer =>
  (caller, input) =>
    parts
      .transact(caller.actor, (work) => {
        const said = { operation: 'createCustomer', key: input.idempotencyKey, input };
        return once(work, said, () => addCustomer(parts, work, caller, input));
      })
      .catch(TAKEN);

const addCustomer = async (
  parts: CustomerParts,
  work: Work,
  caller: Caller,
  input: NewCustomer,
): Promise<Result<CustomerId, CommonRefusal>> => {
  const allowed = caller.access.require('Customer', 'create');
  if (!allowed.ok) return allowed;
  const now = parts.clock.now();
  const draft = readDraft(input, now);
  if (!draft.ok) return draft;
  const owner = await parts.chooseOwner(work, caller, input.ownerId);
  if (!owner.ok) return owner;
  if (input.parentId && !(await customers(work.db).find(input.parentId))) {
    return refuse({
      kind: 'invalid-input',
      problems: [{ path: ['input', 'parentId'], problem: 'unknown', what: 'Customer' }],
    } as const);
  }

  const id = newId('Customer', now.getTime());
  const customer: Customer = {
    ...draft.value.details,
    ...owner.value,
    ...BORN,
    id,
    kind: input.kind,
    customerNo: '',
    ...stamp(caller, now),
  };
  if (!mayCreate(caller, customer)) return refuse({ kind: 'forbidden', permission: 'Customer.create' } as const);
  return accept(await saveNew(parts, work, customer, draft.value));
};

const BORN = {
  lifecycle: 'PROSPECT',
  lifecyclePinReason: null,
  version: 1,
  deletedAt: null,
  deletedBecause: null,
  erasedAt: null,
} as const;

const stamp = ({ actor }: Caller, now: Date) => ({
  createdAt: now,
  createdBy: actor.employee,
  updatedAt: now,
  updatedBy: actor.employee,
});

const mayCreate = ({ access }: Caller, { id, ownerId, departmentId }: Customer) =>
  matches(
    access.predicate('Customer', 'create'),
    { record: id, owner: ownerId, department: departmentId, customer: id },
    [],
    new Date(0),
  );

const readDraft = (input: NewCustomer, now: Date) => {
  const details = draftCustomer(input.kind, input, now.toISOString().slice(0, 10));
  const points = readContactPoints(input.contactPoints, input.country ?? null, [], () =>
    newId('ContactPoint', now.getTime()),
  );
  const addresses = readAddresses(input.addresses, () => newId('Address', now.getTime()));
  const problems = [...(details.ok ? [] : details.refusal.problems), ...points.problems, ...addresses.problems];
  return details.ok && problems.length === 0
    ? accept({ details: details.value, points: points.value, addresses: addresses.value })
    : refuse({ kind: 'invalid-input', problems } as const);
};

type Draft = Extract<ReturnType<typeof readDraft>, { ok: true }>['value'];

const saveNew = async (parts: CustomerParts, work: Work, draft: Customer, { points, addresses }: Draft) => {
  const at = await work.claim('customer', draft.id);
  const customer = { ...draft, customerNo: customerNo(await nextNumber(sqlOf(work.db), 'customer')) };
  await customers(work.db).add(customer);
  await customers(work.db).addContactPoints(customer.id, points);
  await partyData(work.db).addAddresses(customer.id, addresses);
  work.announce(customerCreated(at, customer), customerState(at, customer));
  if (customer.kind === 'PERSON') await parts.keepPersonContact(work, customer, points);
  return customer.id;
};
