/** From here on a call into native code is quicker than a loop. */
const SHORT = 64;

/** Bytes in Kafka's notation, one after the other, in memory that grows. */
export class ByteWriter {
  at: number;
  bytes: Buffer;

  /** `room`: how much it will be, about. `at`: where to begin. */
  constructor(room: number, at = 0) {
    this.bytes = Buffer.allocUnsafe(room);
    this.at = at;
  }

  written(): Buffer {
    return this.bytes.subarray(0, this.at);
  }

  int8(value: number) {
    this.make(1);
    this.at = this.bytes.writeInt8(value, this.at);
  }

  int16(value: number) {
    this.make(2);
    this.at = this.bytes.writeInt16BE(value, this.at);
  }

  int32(value: number) {
    this.make(4);
    this.at = this.bytes.writeInt32BE(value, this.at);
  }

  int64(value: bigint) {
    this.make(8);
    this.at = this.bytes.writeBigInt64BE(value, this.at);
  }

  /** Leaves a place for an int32 that is known later. */
  reserve(): number {
    this.make(4);
    this.at += 4;
    return this.at - 4;
  }

  string(text: string) {
    this.int16(Buffer.byteLength(text));
    this.raw(text);
  }

  varint(value: number) {
    this.make(5);
    let rest = ((value << 1) ^ (value >> 31)) >>> 0;
    for (; rest > 0x7f; rest >>>= 7) this.bytes[this.at++] = (rest & 0x7f) | 0x80;
    this.bytes[this.at++] = rest;
  }

  /** Its length, then the text; null has the length -1. */
  varText(text: string | null) {
    if (text === null) this.varint(-1);
    else if (text.length >= SHORT || !this.shortAscii(text)) {
      this.varint(Buffer.byteLength(text));
      this.raw(text);
    }
  }

  /** A part of other bytes, without its length. */
  copy(source: Uint8Array, from: number, to: number) {
    this.make(to - from);
    if (to - from > SHORT) this.bytes.set(source.subarray(from, to), this.at);
    else for (let index = from, at = this.at; index < to; index += 1, at += 1) this.bytes[at] = source[index] ?? 0;
    this.at += to - from;
  }

  private raw(text: string) {
    this.make(text.length * 3);
    this.at += this.bytes.write(text, this.at);
  }

  /** False, and nothing written, when there is a letter of more than one byte. */
  private shortAscii(text: string): boolean {
    this.make(SHORT + 1);
    const { bytes, at } = this;
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      if (code > 0x7f) return false;
      bytes[at + 1 + index] = code;
    }
    bytes[at] = text.length << 1;
    this.at = at + 1 + text.length;
    return true;
  }

  private make(room: number) {
    if (this.at + room <= this.bytes.length) return;
    const bigger = Buffer.allocUnsafe(Math.max(this.bytes.length * 2, this.at + room));
    this.bytes.copy(bigger, 0, 0, this.at);
    this.bytes = bigger;
  }
}
