import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** Full-width digits and signs become plain ones; extensions are read the way people write them. */
const plain = (value: string) =>
  value
    .normalize('NFKC')
    .trim()
    .replace(/\s*(转|分机|ext\.?)\s*/i, ' ext. ');

/**
 * A phone number in E.164, with `;ext=` when it has an extension; null when it is not a valid number of any country.
 * @param country ISO code, for numbers written as dialled at home.
 */
export const normalisePhone = (value: string, country?: string | null): string | null => {
  // The library knows its countries itself; one it does not know is as good as none.
  const parsed = parsePhoneNumberFromString(plain(value), (country ?? undefined) as CountryCode | undefined);
  if (!parsed?.isValid()) return null;
  return parsed.ext ? `${parsed.number};ext=${parsed.ext}` : parsed.number;
};

const EMAIL = /^[^\s@"(),:;<>[\]\\]+@[^\s@.]+(\.[^\s@.]+)+$/;
const MAX_EMAIL = 254;
/** Providers that deliver `name+anything` to `name`. */
const IGNORE_TAG = new Set(['gmail.com', 'outlook.com', 'hotmail.com', 'icloud.com', 'fastmail.com', 'proton.me']);

/** Whether it can be an e-mail address at all; only a mail sent there proves it. */
export const isEmail = (value: string) => value.length <= MAX_EMAIL && EMAIL.test(value.trim());

/**
 * The form in which e-mail addresses are compared: lower case; dots and `+tag` dropped for Gmail (googlemail = gmail),
 * `+tag` for providers known to ignore it; else kept. Null when it is no address.
 */
export const normaliseEmail = (value: string): string | null => {
  const address = value.normalize('NFKC').trim().toLowerCase();
  if (!isEmail(address)) return null;
  const at = address.lastIndexOf('@');
  const domain = address.slice(at + 1).replace(/^googlemail\.com$/, 'gmail.com');
  const local = IGNORE_TAG.has(domain) ? address.slice(0, at).replace(/\+.*$/, '') : address.slice(0, at);
  return `${domain === 'gmail.com' ? local.replaceAll('.', '') : local}@${domain}`;
};

const USCC_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const USCC = /^[0-9A-HJ-NPQRTUWXY]{18}$/;

/** Whether the check character of a unified social credit code is right (GB 32100-2015: weights 3^i mod 31). */
export const isUnifiedSocialCreditCode = (code: string): boolean => {
  if (!USCC.test(code)) return false;
  const sum = Array.from(code.slice(0, 17)).reduce(
    (total, character, place) => total + USCC_ALPHABET.indexOf(character) * (3 ** place % 31),
    0,
  );
  return USCC_ALPHABET[(31 - (sum % 31)) % 31] === code[17];
};
