import { changeLead, draftLead, leadNo, readReason } from './lead.rules.ts';

const known = draftLead({ name: 'Li Wei', phone: '138 1234 5678', country: 'CN', source: 'FAIR' });
if (!known.ok) throw new Error('the lead is good');
const lead = known.value;

describe('a new lead', () => {
  it('has a number that people can say', () => {
    expect(leadNo(42)).toBe('L-000042');
  });

  it('keeps phone and e-mail as they are compared', () => {
    expect(
      draftLead({ name: ' 李伟 ', phone: '138 1234 5678', country: 'CN', email: 'Li.Wei@Example.com' }),
    ).toMatchObject({
      ok: true,
      value: { name: '李伟', phone: '+8613812345678', email: 'li.wei@example.com', company: null },
    });
  });

  it.each([
    { said: { name: ' ' }, path: ['input', 'name'], problem: 'required' },
    { said: { name: 'Li', phone: '138 1234 5678' }, path: ['input', 'phone'], problem: 'not-a-phone-number' },
    { said: { name: 'Li', email: 'li at example' }, path: ['input', 'email'], problem: 'not-an-email' },
    { said: { name: 'Li', source: 'x'.repeat(61) }, path: ['input', 'source'], problem: 'too-long' },
  ])('is refused when $path is $problem', ({ said, path, problem }) => {
    expect(draftLead(said)).toMatchObject({ ok: false, refusal: { problems: [{ path, problem }] } });
  });
});

describe('changing a lead', () => {
  it('names what differs and keeps what was not said', () => {
    expect(changeLead(lead, { source: null, title: 'Buyer' })).toMatchObject({
      ok: true,
      value: { details: { name: 'Li Wei', phone: '+8613812345678', source: null }, changed: ['title', 'source'] },
    });
  });

  it('does not judge again what did not change', () => {
    expect(changeLead({ ...lead, phone: '110' }, { phone: '110', title: 'Buyer' })).toMatchObject({
      ok: true,
      value: { changed: ['title'] },
    });
  });
});

describe('the reason for giving a lead up', () => {
  it.each([
    { reason: ' ', problem: 'required' },
    { reason: 'x'.repeat(501), problem: 'too-long' },
  ])('is refused when it is $problem', ({ reason, problem }) => {
    expect(readReason(reason)).toMatchObject({ ok: false, refusal: { problems: [{ problem }] } });
  });

  it('is kept without the blanks around it', () => {
    expect(readReason(' No budget ')).toEqual({ ok: true, value: 'No budget' });
  });
});
