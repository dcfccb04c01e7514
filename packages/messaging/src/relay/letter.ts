import type { KafkaRecord, RecordBytes } from '../event-bus.ts';
import { recordIn } from '../kafka/record-bytes.ts';

/** Names a row of the outbox. */
export type Place = { readonly lane: number; readonly id: number };

/** Where a row's record stands among the bytes, and what of it the relay must know. */
export type Draft = {
  readonly place: Place;
  readonly topic: string;
  readonly key: string;
  readonly eventId: string;
  readonly type: string;
  readonly from: number;
  readonly to: number;
};

/** A row of the outbox, ready to be sent. Its value and headers are read from the bytes when somebody asks. */
export class Letter implements KafkaRecord {
  readonly place: Place;
  readonly topic: string;
  readonly key: string;
  readonly eventId: string;
  readonly type: string;
  readonly #encoded: RecordBytes;

  constructor({ place, topic, key, eventId, type, from, to }: Draft, bytes: Buffer) {
    this.place = place;
    this.topic = topic;
    this.key = key;
    this.eventId = eventId;
    this.type = type;
    this.#encoded = { bytes, from, to };
  }

  /** Not a copy's: a letter that somebody spreads and changes must not be sent as it was. */
  get encoded() {
    return this.#encoded;
  }

  get value() {
    return recordIn(this.#encoded).value;
  }

  get headers() {
    return recordIn(this.#encoded).headers;
  }
}
