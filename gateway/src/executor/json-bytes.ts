/** Up to here a look at each letter is cheaper than a call into native code. */
const SHORT = 48;
const [FIRST_PRINTABLE, QUOTE, BACKSLASH, LAST_ASCII] = [0x20, 0x22, 0x5c, 0x7e];
const [ZERO, MINUS] = [0x30, 0x2d];
const MOST_BYTES_PER_UNIT = 3;
/** Sign and digits of 32 bits. */
const LONGEST_INTEGER = 11;

/** As much as a text can have: whatever gets beyond would take all memory. */
const MOST = 0x1fff_ffe8;
/** Room to begin with, and the most that is kept for the next answer. */
const [ROOM, KEPT] = [65_536, 1_048_576];

/** A letter that JSON and UTF-8 write as it is, in one byte. */
const isPlain = (code: number) => code >= FIRST_PRINTABLE && code <= LAST_ASCII && code !== QUOTE && code !== BACKSLASH;

/** Up to here a look at each letter is cheaper than a call of JSON.stringify. */
const SHORT_TEXT = 8;

/** JSON of a text. */
export const quoted = (text: string) => {
  if (text.length > SHORT_TEXT) return JSON.stringify(text);
  for (let at = 0; at < text.length; at++) if (!isPlain(text.charCodeAt(at))) return JSON.stringify(text);
  return `"${text}"`;
};

/** JSON in UTF-8, one piece after the other, in memory that grows and is used again. */
export class JsonBytes {
  /** How much is written; setting it back takes back what was written since. */
  at = 0;
  #bytes = Buffer.allocUnsafeSlow(ROOM);
  readonly #most: number;

  constructor(most = MOST) {
    this.#most = most;
  }

  /** A sign of ASCII. */
  sign(code: number) {
    this.#make(1);
    this.#bytes[this.at++] = code;
  }

  /** Few bytes, as they are. */
  bytes(source: Uint8Array) {
    const { length } = source;
    this.#make(length);
    const bytes = this.#bytes;
    let { at } = this;
    for (let index = 0; index < length; index++) bytes[at++] = source[index] ?? 0;
    this.at = at;
  }

  /** JSON that is there as a text. */
  json(text: string) {
    this.#make(text.length > SHORT ? Buffer.byteLength(text) : text.length * MOST_BYTES_PER_UNIT);
    this.at += this.#bytes.write(text, this.at);
  }

  /** A text, as JSON. */
  text(text: string) {
    if (text.length > SHORT || !this.#plain(text)) this.json(JSON.stringify(text));
  }

  /** A number of 32 bits. */
  integer(value: number) {
    this.#make(LONGEST_INTEGER);
    const bytes = this.#bytes;
    if (value < 0) bytes[this.at++] = MINUS;
    let rest = Math.abs(value);
    let digits = 1;
    for (let above = 10; above <= rest; above *= 10) digits++;
    this.at += digits;
    for (let at = this.at - 1; digits > 0; digits--, at--) {
      const tens = Math.floor(rest / 10);
      bytes[at] = ZERO + rest - tens * 10;
      rest = tens;
    }
  }

  /** Once more what was written from one place to another. */
  again(from: number, to: number) {
    this.#make(to - from);
    this.#bytes.copyWithin(this.at, from, to);
    this.at += to - from;
  }

  /** All that was written, for good; the next answer may begin. */
  taken(): Buffer {
    const written = this.#bytes.subarray(0, this.at);
    this.at = 0;
    if (this.#bytes.length <= KEPT) return Buffer.from(written);
    this.#bytes = Buffer.allocUnsafeSlow(ROOM);
    return written;
  }

  /** False, and nothing written, when there is a letter that JSON or UTF-8 writes otherwise. */
  #plain(text: string): boolean {
    const { length } = text;
    this.#make(length + 2);
    const bytes = this.#bytes;
    let { at } = this;
    bytes[at++] = QUOTE;
    for (let index = 0; index < length; index++) {
      const code = text.charCodeAt(index);
      if (!isPlain(code)) return false;
      bytes[at++] = code;
    }
    bytes[at++] = QUOTE;
    this.at = at;
    return true;
  }

  #make(room: number) {
    if (this.at + room > this.#bytes.length) this.#grow(this.at + room);
  }

  #grow(length: number) {
    if (length > this.#most) {
      this.at = 0;
      this.#bytes = Buffer.allocUnsafeSlow(ROOM);
      throw new RangeError(`An answer has more than ${String(this.#most)} bytes`);
    }
    const bigger = Buffer.allocUnsafeSlow(Math.min(this.#most, Math.max(this.#bytes.length * 2, length)));
    this.#bytes.copy(bigger, 0, 0, this.at);
    this.#bytes = bigger;
  }
}
