import type { KafkaRecord, RecordBytes } from '../event-bus.ts';
import { ByteWriter } from './byte-writer.ts';

const ENVELOPE_BYTES = 900;

/** A record's key, value and headers as Kafka writes them (Kafka protocol guide: Record). */
export const recordBytes = ({ key, value, headers }: Pick<KafkaRecord, 'key' | 'value' | 'headers'>): RecordBytes => {
  const out = new ByteWriter(ENVELOPE_BYTES + (value?.length ?? 0));
  out.varText(key);
  out.varText(value);
  const names = Object.keys(headers);
  out.varint(names.length);
  for (const name of names) {
    out.varText(name);
    out.varText(headers[name] ?? null);
  }
  return { bytes: out.bytes, from: 0, to: out.at };
};

/** The way back. */
export const recordIn = ({ bytes, from }: RecordBytes): Pick<KafkaRecord, 'key' | 'value' | 'headers'> => {
  let at = from;
  const varint = () => {
    let raw = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++] ?? 0;
      raw |= (byte & 0x7f) << shift;
      if (byte < 0x80) return (raw >>> 1) ^ -(raw & 1);
    }
  };
  const text = () => {
    const length = varint();
    if (length < 0) return null;
    at += length;
    return bytes.toString('utf8', at - length, at);
  };
  const [key, value] = [text() ?? '', text()];
  const headers = Array.from({ length: varint() }, () => [text() ?? '', text() ?? ''] as const);
  return { key, value, headers: Object.fromEntries(headers) };
};
