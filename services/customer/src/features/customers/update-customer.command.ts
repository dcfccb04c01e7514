import type { Caller } from '@crm/access';
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

import { type AddressInput, readAddresses } from '../../party/address.rules.ts';
import { type ContactPointInput, readContactPoints } from '../../party/contact-point.rules.ts';
import { partyData } from '../../party/party.repository.ts';
import { type CustomerParts, TAKEN } from './create-customer.command.ts';
import { customerState, customerUpdated } from './customer.event.ts';
import { holdCustomer, inState } from './customer.guard.ts';
import { customers } from './customer.repository.ts';
import { type Customer, type CustomerChanges, type CustomerId, changeCustomer } from './customer.rules.ts';

export type CustomerUpdate = CustomerChanges & {
  readonly id: CustomerId;
  readonly expectedVersion: number;
  readonly addresses?: readonly AddressInput[] | null;
  readonly contactPoints?: readonly ContactPointInput[] | null;
};

export type UpdateCustomer = (caller: Caller, input: CustomerUpdate) => Promise<Result<CustomerId, CommonRefusal>>;

export const updateCustomer =
  (parts: CustomerParts): UpdateCustomer =>
  async (caller, input) =>
    settled(await parts.transact(caller.actor, (work) => change(parts, work, caller, input)).catch(TAKEN));

const change = async (
  parts: CustomerParts,
  work: Work,
  caller: Caller,
  input: CustomerUpdate,
): Promise<Result<CustomerId, CommonRefusal | Unchanged<CustomerId>>> => {
  const held = await holdCustomer(work, caller, 'update', input.id, input.expectedVersion);
  if (!held.ok) return held;
  const { customer, at } = held.value;
  const now = parts.clock.now();
  const draft = await readChange(work, customer, input, now);
  const refusal = refusalOf(
    inState(customer, 'live'),
    draft,
    writable(caller, draft),
    await parentIsSound(work, customer, input),
  );
  if (refusal) return refuse(refusal);
  if (!draft.ok || draft.value.changed.length === 0) return unchanged(customer.id);

  const after: Customer = {
    ...customer,
    ...draft.value.details,
    version: at.version,
    updatedAt: now,
    updatedBy: caller.actor.employee,
  };
  const { points, addresses, changed } = draft.value;
  await customers(work.db).save(after);
  if (input.contactPoints) await customers(work.db).replaceContactPoints(after.id, points);
  if (input.addresses) {
    await partyData(work.db).clearAddresses(after.id);
    await partyData(work.db).addAddresses(after.id, addresses);
  }
  work.announce(customerUpdated(at, changed, now), customerState(at, after));
  if (after.kind === 'PERSON') await parts.keepPersonContact(work, after, points);
  return accept(after.id);
};

const refusalOf = (...decisions: readonly Result<unknown, CommonRefusal>[]): CommonRefusal | null =>
  decisions.flatMap((each) => (each.ok ? [] : [each.refusal]))[0] ?? null;

const readChange = async ({ db }: Work, customer: Customer, input: CustomerUpdate, now: Date) => {
  const details = changeCustomer(customer.kind, customer, input, now.toISOString().slice(0, 10));
  if (!details.ok) return details;
  const known = await partyData(db).contactPointsOf(customer.id);
  const { country } = details.value.details;
  const points = input.contactPoints
    ? readContactPoints(input.contactPoints, country, known, () => newId('ContactPoint', now.getTime()))
    : { value: known, problems: [] };
  const addresses = readAddresses(input.addresses ?? [], () => newId('Address', now.getTime()));
  const problems = [...points.problems, ...addresses.problems];
  if (problems.length > 0) return refuse({ kind: 'invalid-input', problems } as const);
  const changed = [...details.value.changed, ...listsSaid(input)];
  return accept({ details: details.value.details, changed, points: points.value, addresses: addresses.value });
};

/** Lists replace the old ones: to say one is to change it. */
const listsSaid = (input: CustomerUpdate) => (['contactPoints', 'addresses'] as const).filter((name) => input[name]);

/** What a role may not see in full, it may not change either. */
const writable = (
  { access }: Caller,
  draft: Result<{ readonly changed: readonly string[] }, CommonRefusal>,
): Result<null, CommonRefusal> => {
  const field = draft.ok ? draft.value.changed.find((each) => access.readOnly('Customer', each)) : undefined;
  return field ? refuse({ kind: 'read-only-field', path: ['input', field] }) : accept(null);
};

const parentIsSound = async (
  { db }: Work,
  { id }: Customer,
  { parentId }: CustomerUpdate,
): Promise<Result<null, CommonRefusal>> => {
  if (!parentId) return accept(null);
  const path = ['input', 'parentId'];
  if (!(await customers(db).find(parentId))) {
    return refuse({ kind: 'invalid-input', problems: [{ path, problem: 'unknown', what: 'Customer' }] });
  }
  if (!(await customers(db).isAbove(id, parentId))) return accept(null);
  return refuse({
    kind: 'invalid-input',
    problems: [{ path, problem: 'not-allowed-here', because: 'it would be its own parent' }],
  });
};
