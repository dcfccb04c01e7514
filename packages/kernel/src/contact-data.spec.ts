import { isUnifiedSocialCreditCode, normaliseEmail, normalisePhone } from './contact-data.ts';

describe('phone numbers', () => {
  it.each([
    { written: '138 1234 5678', country: 'CN', number: '+8613812345678' },
    { written: '（０１０）6552-9988 转 801', country: 'CN', number: '+861065529988;ext=801' },
    { written: '+49 30 901820', country: null, number: '+4930901820' },
    { written: '12', country: 'CN', number: null },
    { written: '138 1234 5678', country: null, number: null },
  ])('reads $written of $country as $number', ({ written, country, number }) => {
    expect(normalisePhone(written, country)).toBe(number);
  });
});

describe('e-mail addresses', () => {
  it.each([
    { written: 'Li.Wei+crm@GoogleMail.com', compared: 'liwei@gmail.com' },
    { written: 'li.wei+crm@outlook.com', compared: 'li.wei@outlook.com' },
    { written: 'Li.Wei+crm@example.com', compared: 'li.wei+crm@example.com' },
    { written: 'li wei@example.com', compared: null },
    { written: 'li@example', compared: null },
  ])('compares $written as $compared', ({ written, compared }) => {
    expect(normaliseEmail(written)).toBe(compared);
  });
});

describe('unified social credit codes', () => {
  it('accepts a right check character and refuses a mistyped one', () => {
    expect(isUnifiedSocialCreditCode('91350100M000100Y43')).toBe(true);
    expect(isUnifiedSocialCreditCode('91350100M000100Y44')).toBe(false);
    expect(isUnifiedSocialCreditCode('9135021')).toBe(false);
  });
});
