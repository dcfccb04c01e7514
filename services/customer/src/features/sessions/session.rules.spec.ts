import { newId } from '@crm/kernel';

import { readRevoked, revocation } from './session.rules.ts';

describe('whose sign-ins end', () => {
  it('is said in exactly one way', () => {
    const employeeId = newId('Employee');
    expect(readRevoked({ employeeId })).toEqual({ ok: true, value: { employeeId, subject: null, tokenId: null } });
    expect(readRevoked({ subject: ' importer ' })).toMatchObject({ value: { subject: 'importer', tokenId: null } });
    expect(readRevoked({ tokenId: 'jti-1', subject: null })).toMatchObject({ value: { tokenId: 'jti-1' } });
  });

  it.each([
    ['nobody', {}, 'required'],
    ['nobody by name', { subject: ' ' }, 'required'],
    ['two at once', { subject: 'a', tokenId: 'b' }, 'not-allowed-here'],
    ['a customer', { employeeId: newId('Customer') }, 'not-an-id'],
    ['an endless name', { subject: 'x'.repeat(201) }, 'too-long'],
  ])('is not %s', (_, said, problem) => {
    expect(readRevoked(said)).toMatchObject({ ok: false, refusal: { problems: [{ problem }] } });
  });
});

describe('ended sign-ins', () => {
  const nobody = { employeeId: null, subject: 'x', tokenId: null };

  it('include those of the very second, since tokens know no parts of seconds', () => {
    const at = (time: string) => revocation(newId('SessionRevocation'), nobody, new Date(time)).endedAt.toISOString();
    expect(at('2026-11-22T09:00:00.000Z')).toBe('2026-11-22T09:00:01.000Z');
    expect(at('2026-11-22T09:00:00.999Z')).toBe('2026-11-22T09:00:01.000Z');
  });

  it('are remembered for longer than any token lasts', () => {
    const now = new Date('2026-11-22T09:00:00Z');
    const { forgetAt } = revocation(newId('SessionRevocation'), nobody, now);
    expect(forgetAt.getTime() - now.getTime()).toBeGreaterThan(24 * 3_600_000);
  });
});
