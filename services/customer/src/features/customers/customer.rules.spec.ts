import { changeCustomer, customerNo, draftCustomer, pinLifecycle } from './customer.rules.ts';

const today = '2026-11-22';
const draft = (...[kind, said]: [Parameters<typeof draftCustomer>[0], Parameters<typeof draftCustomer>[1]]) =>
  draftCustomer(kind, said, today);

describe('a new customer', () => {
  it('has a number that people can say', () => {
    expect(customerNo(42)).toBe('C-000042');
  });

  it('keeps what was said, trimmed, and nothing for what was not', () => {
    expect(draft('ORGANIZATION', { name: ' Acme ', city: '' })).toMatchObject({
      ok: true,
      value: { name: 'Acme', city: null },
    });
  });

  it.each([
    { person: { familyName: '李', givenName: '伟' }, name: '李伟' },
    { person: { familyName: 'Smith', givenName: 'Jane' }, name: 'Jane Smith' },
  ])('who is a person is named $name by the parts of the name', ({ person, name }) => {
    expect(draft('PERSON', { person })).toMatchObject({ ok: true, value: { name } });
  });

  it.each([
    { title: 'without a name', kind: 'ORGANIZATION', said: {}, path: ['input', 'name'], problem: 'required' },
    {
      title: 'with a mistyped registration number',
      kind: 'ORGANIZATION',
      said: { name: 'A', country: 'CN', registrationNo: '91350100M000100Y44' },
      path: ['input', 'registrationNo'],
      problem: 'bad-check-digit',
    },
    {
      title: 'that is a company with a birthday',
      kind: 'ORGANIZATION',
      said: { name: 'A', person: { birthday: '1990-01-01' } },
      path: ['input', 'person'],
      problem: 'not-allowed-here',
    },
    {
      title: 'born tomorrow',
      kind: 'PERSON',
      said: { name: 'A', person: { birthday: '2026-11-23' } },
      path: ['input', 'person', 'birthday'],
      problem: 'in-the-future',
    },
    {
      title: 'with a name of 201 characters',
      kind: 'ORGANIZATION',
      said: { name: 'x'.repeat(201) },
      path: ['input', 'name'],
      problem: 'too-long',
    },
    {
      title: 'with a website that is none',
      kind: 'ORGANIZATION',
      said: { name: 'A', website: 'http://' },
      path: ['input', 'website'],
      problem: 'not-a-url',
    },
  ] as const)('$title is refused by field', ({ kind, said, path, problem }) => {
    expect(draft(kind, said)).toMatchObject({
      ok: false,
      refusal: { kind: 'invalid-input', problems: [{ path, problem }] },
    });
  });
});

describe('changing a customer', () => {
  const known = draft('ORGANIZATION', { name: 'Acme', city: '上海' });
  if (!known.ok) throw new Error('the customer is good');

  it('changes what is said, clears what is null, keeps the rest, and names the differences', () => {
    expect(changeCustomer('ORGANIZATION', known.value, { city: null, industry: 'TRADE' }, today)).toMatchObject({
      ok: true,
      value: { details: { name: 'Acme', city: null, industry: 'TRADE' }, changed: ['industry', 'city'] },
    });
  });

  it('does not take the name away', () => {
    expect(changeCustomer('ORGANIZATION', known.value, { name: ' ' }, today)).toMatchObject({ ok: false });
  });
});

describe('pinning the lifecycle', () => {
  it('needs a reason', () => {
    expect(pinLifecycle('CHURNED', ' ')).toMatchObject({ ok: false });
    expect(pinLifecycle('CHURNED', 'Closed down')).toMatchObject({
      ok: true,
      value: { lifecyclePinReason: 'Closed down' },
    });
  });

  it('ends by letting it be derived again', () => {
    expect(pinLifecycle(null, null)).toEqual({ ok: true, value: { lifecycle: 'PROSPECT', lifecyclePinReason: null } });
  });
});
