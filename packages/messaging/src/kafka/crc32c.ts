const POLYNOMIAL = 0x82f63b78;
const BYTES_AT_ONCE = 8;

/** Row r, byte b: what b does to the sum r bytes later. */
const TABLE = (() => {
  const table = new Int32Array(BYTES_AT_ONCE * 256);
  for (let byte = 0; byte < 256; byte += 1) {
    let sum = byte;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ POLYNOMIAL : sum >>> 1;
    table[byte] = sum;
  }
  for (let at = 256; at < table.length; at += 1) {
    const before = table[at - 256] ?? 0;
    table[at] = (before >>> 8) ^ (table[before & 0xff] ?? 0);
  }
  return table;
})();

const of = (row: number, byte: number) => TABLE[row * 256 + byte] ?? 0;

/** CRC-32C (Castagnoli, RFC 3720 appendix B.4) of these bytes, eight at a time ("slicing by 8", Kounavis and Berry 2005). */
export const crc32c = (bytes: Uint8Array, from: number, to: number): number => {
  const at = (index: number) => bytes[index] ?? 0;
  let sum = -1;
  let index = from;
  for (; index + BYTES_AT_ONCE <= to; index += BYTES_AT_ONCE) {
    sum ^= at(index) | (at(index + 1) << 8) | (at(index + 2) << 16) | (at(index + 3) << 24);
    sum =
      of(7, sum & 0xff) ^
      of(6, (sum >>> 8) & 0xff) ^
      of(5, (sum >>> 16) & 0xff) ^
      of(4, sum >>> 24) ^
      of(3, at(index + 4)) ^
      of(2, at(index + 5)) ^
      of(1, at(index + 6)) ^
      of(0, at(index + 7));
  }
  for (; index < to; index += 1) sum = of(0, (sum ^ at(index)) & 0xff) ^ (sum >>> 8);
  return ~sum >>> 0;
};
