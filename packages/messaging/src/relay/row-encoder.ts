import { ByteWriter } from '../kafka/byte-writer.ts';
import { type Field, type Header, headersOf } from './envelope.ts';
import type { Draft } from './letter.ts';

/** The texts of a row, in the order in which `outbox_take` gives them after lane and id. */
export const TAKEN: readonly Field[] = [
  'eventId',
  'tenant',
  'topic',
  'type',
  'subject',
  'aggregateId',
  'aggregateVersion',
  'occurredAt',
  'actor',
  'correlationId',
  'causationId',
  'traceparent',
  'payload',
];

const columnOf = (field: Field) => TAKEN.indexOf(field);
const COLUMN = {
  event: columnOf('eventId'),
  topic: columnOf('topic'),
  type: columnOf('type'),
  key: columnOf('aggregateId'),
  payload: columnOf('payload'),
} as const;

/** Each COPY in binary format begins with it; flags and the length of an extension follow (PostgreSQL: COPY, Binary Format). */
const SIGNATURE = Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1');
const BEFORE_ROWS = SIGNATURE.length + 8;
/** In place of a number of columns: there are no more rows. */
const TRAILER = -1;
/** Each value has its length before it. */
const LENGTH_BYTES = 4;
const LANE_AT = 2 + LENGTH_BYTES;
const ID_AT = LANE_AT + 2 + LENGTH_BYTES;
const TEXTS_AT = ID_AT + 8;

/**
 * Makes records of rows as COPY sends them in binary format. Bytes are only moved: nothing in them is for the relay to
 * read, and to collect rows made of objects and texts took more processor time than to send them.
 */
export const createRowEncoder = (service: string) => {
  const headers = headersOf(service).map(labelled);
  const texts = new Texts();
  return {
    /** Adds the record to `out`. Null when what was sent is no row. */
    encode: (sent: Buffer, out: ByteWriter): Draft | null => {
      const row = sent[0] === SIGNATURE[0] ? sent.subarray(BEFORE_ROWS) : sent;
      if (row.readInt16BE(0) === TRAILER) return null;
      texts.find(row);
      const from = out.at;
      texts.write(COLUMN.key, out);
      texts.write(COLUMN.payload, out);
      let present = 0;
      for (const { column } of headers) if (column === null || texts.has(column)) present += 1;
      out.varint(present);
      for (const header of headers) texts.writeHeader(header, out);
      return {
        place: { lane: row.readInt16BE(LANE_AT), id: Number(row.readBigInt64BE(ID_AT)) },
        topic: texts.text(COLUMN.topic),
        key: texts.text(COLUMN.key),
        eventId: texts.text(COLUMN.event),
        type: texts.text(COLUMN.type),
        from,
        to: out.at,
      };
    },
  };
};

type LabelledHeader = { readonly label: Uint8Array; readonly text: Uint8Array; readonly column: number | null };

const labelled = ({ name, text = '', field }: Header): LabelledHeader => {
  const label = new ByteWriter(name.length + 1);
  label.varText(name);
  return { label: label.written(), text: Buffer.from(text), column: field ? columnOf(field) : null };
};

/** The texts of one row after the other, where they stand. */
class Texts {
  private row: Buffer = Buffer.alloc(0);
  private readonly from = TAKEN.map(() => 0);
  private readonly length = TAKEN.map(() => 0);

  find(row: Buffer) {
    this.row = row;
    let at = TEXTS_AT;
    for (let column = 0; column < TAKEN.length; column += 1) {
      const length = row.readInt32BE(at);
      at += LENGTH_BYTES;
      this.from[column] = at;
      // A null has the length -1.
      this.length[column] = length;
      at += Math.max(0, length);
    }
    if (at > row.length) throw new RangeError('The database sent a part of a row');
  }

  has(column: number) {
    return this.lengthOf(column) >= 0;
  }

  /** Topics, types and ids: letters of one byte. */
  text(column: number) {
    return this.row.toString('latin1', this.fromOf(column), this.fromOf(column) + this.lengthOf(column));
  }

  /** With its length before it; null has the length -1, as in the database. */
  write(column: number, out: ByteWriter) {
    out.varint(this.lengthOf(column));
    if (this.has(column)) out.copy(this.row, this.fromOf(column), this.fromOf(column) + this.lengthOf(column));
  }

  writeHeader({ label, text, column }: LabelledHeader, out: ByteWriter) {
    if (column !== null && !this.has(column)) return;
    const [from, length] = column === null ? [0, 0] : [this.fromOf(column), this.lengthOf(column)];
    out.copy(label, 0, label.length);
    out.varint(text.length + length);
    out.copy(text, 0, text.length);
    out.copy(this.row, from, from + length);
  }

  private fromOf(column: number) {
    return this.from[column] ?? 0;
  }

  private lengthOf(column: number) {
    return this.length[column] ?? -1;
  }
}
