import { ID_TYPES, newId, parseId, typeOfId } from './index.ts';

const random = Uint8Array.from([0xff, 1, 2, 3, 4, 5, 6, 7]);

describe('ids', () => {
  it('are UUIDv7 that say what they identify and sort by time', () => {
    const id = newId('Customer', Date.UTC(2026, 10, 22), random);
    expect(id).toBe('01a2008d-7400-7101-bf01-020304050607');
    expect(typeOfId(id)).toBe('Customer');
    expect(newId('Customer', Date.UTC(2026, 10, 23), random) > id).toBe(true);
  });

  it('of one type are refused where another is expected', () => {
    const contact = newId('Contact');
    expect(parseId('Customer', contact)).toBeNull();
    expect(parseId('Contact', contact)).toBe(contact);
  });

  it.each(['', 'x', '01a2008d-7400-4101-bf01-020304050607', '01A2008D-7400-7101-BF01-020304050607'])(
    'are not %j',
    (text) => {
      expect(typeOfId(text)).toBeNull();
    },
  );

  it('never share a code between types', () => {
    const codes = Object.values(ID_TYPES);
    expect(new Set(codes).size).toBe(codes.length);
  });
});
