import { newId } from '@crm/kernel';

import { type ContactPointInput, readContactPoints } from './contact-point.rules.ts';

const mint = () => newId('ContactPoint');
const read = (inputs: readonly ContactPointInput[], country: string | null = 'CN') =>
  readContactPoints(inputs, country, [], mint);

describe('ways to reach somebody', () => {
  it('are kept as written and in the form they are dialled', () => {
    expect(read([{ kind: 'PHONE', value: ' 138 1234 5678 ' }]).value).toMatchObject([
      { value: '138 1234 5678', normalized: '+8613812345678', isPrimary: true, isVerified: false },
    ]);
  });

  it('have the first of each kind as primary unless another is marked', () => {
    const points = read([
      { kind: 'PHONE', value: '138 1234 5678' },
      { kind: 'EMAIL', value: 'a@example.com' },
      { kind: 'EMAIL', value: 'b@example.com', isPrimary: true },
    ]);
    expect(points.value.map(({ isPrimary }) => isPrimary)).toEqual([true, false, true]);
  });

  it.each([
    { input: { kind: 'PHONE', value: '12' }, problem: 'not-a-phone-number' },
    { input: { kind: 'EMAIL', value: 'nobody' }, problem: 'not-an-email' },
    { input: { kind: 'QQ', value: ' ' }, problem: 'required' },
  ] as const)('that cannot be are refused by place: $problem', ({ input, problem }) => {
    expect(read([{ kind: 'EMAIL', value: 'a@example.com' }, input]).problems).toEqual([
      { path: ['input', 'contactPoints', '1', 'value'], problem },
    ]);
  });

  it('cannot have two primaries of a kind', () => {
    const twice = { kind: 'EMAIL', isPrimary: true } as const;
    expect(
      read([
        { ...twice, value: 'a@example.com' },
        { ...twice, value: 'b@example.com' },
      ]).problems,
    ).toMatchObject([{ path: ['input', 'contactPoints', '1', 'isPrimary'] }]);
  });

  it('stay verified while their value is the same', () => {
    const [known] = read([{ kind: 'EMAIL', value: 'a@example.com' }]).value;
    if (!known) throw new Error('nothing was read');
    const again = readContactPoints(
      [{ kind: 'EMAIL', value: 'A@example.com' }],
      null,
      [{ ...known, isVerified: true }],
      mint,
    );
    expect(again.value).toMatchObject([{ id: known.id, isVerified: true }]);
  });
});
