export type MaskKind = 'phone' | 'email' | 'text';

const STARS = '****';

/** Enough to recognise what one knows, too little to learn what one does not: `138****5678`, `l****@example.com`, `王****`. */
export const mask = (value: string, kind: MaskKind): string => {
  switch (kind) {
    case 'phone':
      return maskPhone(value);
    case 'email':
      return maskEmail(value);
    case 'text':
      return firstCharacter(value) + STARS;
  }
};

/** Below this many digits, the first and last ones would give the number away. */
const LONG_NUMBER = 10;

const maskPhone = (value: string) => {
  const digits = value.replaceAll(/[^+\d]/gu, '');
  return digits.length < LONG_NUMBER ? STARS + digits.slice(-2) : digits.slice(0, -8) + STARS + digits.slice(-4);
};

const maskEmail = (value: string) => {
  const at = value.lastIndexOf('@');
  return at < 1 ? firstCharacter(value) + STARS : firstCharacter(value) + STARS + value.slice(at);
};

const firstCharacter = (value: string) => Array.from(value)[0] ?? '';
