import { changeContract, contractNo, draftContract, readReason } from './contract.rules.ts';

const supply = { name: ' Supply 2027 ', type: 'ANNUAL', amount: { amount: '12000', currency: 'CNY' } } as const;

describe('a new contract', () => {
  it('has a number that people can say', () => {
    expect(contractNo(42)).toBe('CT-000042');
  });

  it('keeps its amount exactly, in the decimals of the currency', () => {
    expect(draftContract(supply)).toEqual({
      ok: true,
      value: {
        name: 'Supply 2027',
        type: 'ANNUAL',
        amount: { amount: '12000.00', currency: 'CNY' },
        startOn: null,
        endOn: null,
      },
    });
  });

  it.each([
    { said: { ...supply, name: ' ' }, path: ['input', 'name'], problem: 'required' },
    { said: { ...supply, type: null }, path: ['input', 'type'], problem: 'required' },
    { said: { ...supply, amount: null }, path: ['input', 'amount'], problem: 'required' },
    {
      said: { ...supply, amount: { amount: '-1', currency: 'CNY' } },
      path: ['input', 'amount', 'amount'],
      problem: 'out-of-range',
    },
    {
      said: { ...supply, amount: { amount: '1.5', currency: 'JPY' } },
      path: ['input', 'amount', 'amount'],
      problem: 'not-allowed-here',
    },
    {
      said: { ...supply, startOn: '2027-02-01', endOn: '2027-01-31' },
      path: ['input', 'endOn'],
      problem: 'not-allowed-here',
    },
  ])('is refused when $path is $problem', ({ said, path, problem }) => {
    expect(draftContract(said)).toMatchObject({ ok: false, refusal: { problems: [{ path, problem }] } });
  });

  it('may be for one day', () => {
    expect(draftContract({ ...supply, startOn: '2027-01-01', endOn: '2027-01-01' })).toMatchObject({ ok: true });
  });
});

describe('changing a contract', () => {
  const known = draftContract(supply);
  if (!known.ok) throw new Error('the contract is good');

  it('names what differs; the same amount written otherwise does not', () => {
    expect(
      changeContract(known.value, { amount: { amount: '12000.0', currency: 'CNY' }, endOn: '2027-12-31' }),
    ).toMatchObject({ ok: true, value: { changed: ['endOn'] } });
  });

  it('cannot leave it without an amount', () => {
    expect(changeContract(known.value, { amount: null })).toMatchObject({
      refusal: { problems: [{ path: ['input', 'amount'], problem: 'required' }] },
    });
  });
});

describe('the reason for giving a contract up', () => {
  it.each([
    { reason: ' ', problem: 'required' },
    { reason: 'x'.repeat(501), problem: 'too-long' },
  ])('is refused when it is $problem', ({ reason, problem }) => {
    expect(readReason(reason)).toMatchObject({ ok: false, refusal: { problems: [{ problem }] } });
  });
});
