import { mask } from './mask.ts';

describe('a masked value', () => {
  it.each([
    ['+8613812345678', '+86138****5678'],
    ['138-1234-5678', '138****5678'],
    ['10086', '****86'],
    ['', '****'],
  ])('of a phone number keeps too little to dial it: %s', (value, shown) => {
    expect(mask(value, 'phone')).toBe(shown);
  });

  it.each([
    ['li@example.com', 'l****@example.com'],
    ['李明@例子.中国', '李****@例子.中国'],
    ['not an address', 'n****'],
  ])('of an e-mail address keeps where, not whom: %s', (value, shown) => {
    expect(mask(value, 'email')).toBe(shown);
  });

  it.each([
    ['王小明', '王****'],
    ['𠮷野家', '𠮷****'],
    ['', '****'],
  ])('of a text keeps one whole character, and not its length: %s', (value, shown) => {
    expect(mask(value, 'text')).toBe(shown);
  });
});
