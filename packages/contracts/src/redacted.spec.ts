import { z } from 'zod';

import {
  ALL_CONTRACTS,
  type Contract,
  PUBLISHED_CONTRACTS,
  contactCreatedV1,
  contactStateV1,
  departmentStateV1,
  fact,
  impersonal,
  isState,
  personal,
  personalFieldsOf,
  redactedOf,
  sensitivityOf,
  tombstone,
  withVariants,
} from './index.ts';

const PERSONAL = ALL_CONTRACTS.filter(({ pii }) => pii === 'personal');

const fieldsOf = ({ data }: Contract) => Object.entries<z.ZodType>(data.shape);

describe('a redacted state', () => {
  it('is published beside every state with personal data', () => {
    expect(PERSONAL.length).toBeGreaterThan(0);
    for (const contract of PERSONAL) expect(PUBLISHED_CONTRACTS).toContain(redactedOf(contract));
  });

  it.each(PERSONAL)('shows no personal field of $type, and leaves none undecided', (contract) => {
    const undecided = fieldsOf(contract).filter(([, field]) => sensitivityOf(field) === 'undecided');
    expect(undecided.map(([name]) => name)).toEqual([]);

    const shown = Object.keys(redactedOf(contract)?.data.shape ?? {});
    const hidden = personalFieldsOf(contract);
    expect(hidden.length).toBeGreaterThan(0);
    expect([...shown, ...hidden].sort()).toEqual(Object.keys(contract.data.shape).sort());
  });

  it('of a contact says who looks after it and what part it plays, and not who it is', () => {
    expect(redactedOf(contactStateV1)).toMatchObject({
      type: 'customer.contact-state-redacted.v1',
      topic: 'crm.customer.contact.state-redacted.v1',
      pii: 'none',
    });
    expect(personalFieldsOf(contactStateV1)).toEqual(['name', 'title', 'department']);
  });

  it('does not get a new text, number, date or list before somebody has decided about it', () => {
    const grown: Contract = {
      ...contactStateV1,
      data: contactStateV1.data.extend({
        nickname: z.string().optional(),
        age: z.int().optional(),
        bornOn: z.iso.date().optional(),
        hobbies: z.array(z.string()).optional(),
        address: z.object({ street: personal(z.string()), city: z.string() }).optional(),
        isVip: z.boolean().nullable().optional(),
        segment: impersonal(z.string()).nullable().optional(),
      }),
    };
    const before = Object.keys(redactedOf(contactStateV1)?.data.shape ?? {});
    expect(Object.keys(redactedOf(grown)?.data.shape ?? {})).toEqual([...before, 'isVip', 'segment']);
    expect(personalFieldsOf(grown)).toContain('address');
  });

  it('is not led astray by a field that hides a personal one deep inside', () => {
    const deep = impersonal(z.array(z.object({ note: personal(z.string()).optional() })));
    expect(sensitivityOf(deep)).toBe('personal');
  });

  it('marks one field, not every field of the same shape', () => {
    const text = z.string();
    personal(text);
    expect(sensitivityOf(text)).toBe('undecided');
  });
});

describe('what is published with a state', () => {
  const at = { type: 'contact', id: contactStateV1.example.id, version: 3 };
  const now = new Date('2026-11-22T09:30:00Z');
  const redacted = redactedOf(contactStateV1);

  it('is the redacted state of the same version, made of the same data', () => {
    const [full, variant] = withVariants(fact(contactStateV1, at, now, contactStateV1.example));
    expect(full?.contract).toBe(contactStateV1);
    expect(variant).toMatchObject({ contract: redacted, aggregate: at, occurredAt: now });
    const shown = JSON.stringify(variant?.contract.data.parse(variant.data));
    for (const field of personalFieldsOf(contactStateV1)) expect(shown).not.toContain(`"${field}"`);
  });

  it('is a tombstone on both when the row is gone', () => {
    const both = withVariants(tombstone(contactStateV1, at, now));
    expect(both.map(({ contract, data }) => [contract.topic, data])).toEqual([
      ['crm.customer.contact.state.v1', null],
      ['crm.customer.contact.state-redacted.v1', null],
    ]);
  });

  it('is nothing more where there is nothing to hide', () => {
    const created = fact(contactCreatedV1, at, now, contactCreatedV1.example);
    expect(withVariants(created)).toEqual([created]);
    const department = fact(departmentStateV1, { ...at, type: 'department' }, now, departmentStateV1.example);
    expect(withVariants(department)).toEqual([department]);
  });
});

it('no event that is called free of personal data has a personal field', () => {
  for (const contract of PUBLISHED_CONTRACTS.filter(({ pii }) => pii === 'none')) {
    const found = fieldsOf(contract).filter(([, field]) => sensitivityOf(field) === 'personal');
    expect([contract.type, found.map(([name]) => name)]).toEqual([contract.type, []]);
  }
});

/** Words that somebody chooses or writes about things, not about a person who is erased by us. */
const FREE_TEXTS: Readonly<Record<string, string>> = {
  'catalog-pricing.': 'products are things',
  'marketing.': 'campaigns are ours',
  'contract-order.': 'contracts are kept by law',
  'sales.lead-disqualified.v1 reason': 'leads are not erased with a contact',
};
/** Fields of old that are released, and in which nothing is said any more. */
const ALWAYS_NULL = [
  'customer.customer-deleted.v1 reason',
  'service.service-request-deleted.v1 reason',
  'service.service-request-status-changed.v1 reason',
];
const NUMBERS_AND_CODES =
  /^(.*No|source|changed|grade|country|province|city|industry|recordType|granteeType|key|roles)$/;

it('no fact about a person has room for what somebody writes: only ids, flags, times, known words and codes', () => {
  const facts = PUBLISHED_CONTRACTS.filter((contract) => contract.pii === 'none' && !isState(contract));
  const roomy = facts.flatMap((contract) =>
    fieldsOf(contract)
      .filter(([name, field]) => !NUMBERS_AND_CODES.test(name) && field.safeParse('Li Wei, 12 Long Street').success)
      .map(([name]) => `${contract.type} ${name}`),
  );
  const unexplained = roomy.filter((each) => !Object.keys(FREE_TEXTS).some((known) => each.startsWith(known)));
  expect(unexplained).toEqual(ALWAYS_NULL);
});

it('refuses a state that is not named like one', () => {
  expect(() => redactedOf({ ...contactStateV1, type: 'customer.contact.v1' })).toThrow(/not named like a state/);
});
