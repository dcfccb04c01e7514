declare module 'kafkajs/src/network/requestQueue/index.js' {
  /** Only what the patch touches. */
  class RequestQueue {
    pending: readonly unknown[];
    throttledUntil: number;
    throttleCheckTimeoutId: NodeJS.Timeout | null;
    checkPendingRequests(): void;
    scheduleCheckPendingRequests(): void;
  }
  export default RequestQueue;
}

declare module 'kafkajs/src/protocol/requests/index.js' {
  /** What kafkajs passes when a producer sends, as far as this product uses it. */
  export type ProduceCall = {
    readonly acks: number;
    readonly timeout: number;
    readonly compression?: number;
    readonly transactionalId?: string | null;
    /** A whole number, or kafkajs's own notion of one. */
    readonly producerId?: { toString(): string };
    readonly producerEpoch?: number;
    readonly topicData: readonly {
      readonly topic: string;
      readonly partitions: readonly {
        readonly partition: number;
        readonly firstSequence?: number;
        readonly messages: readonly unknown[];
      }[];
    }[];
  };
  /** kafkajs's Encoder, as far as another one is asked for it. */
  export type Encoded = { readonly buf: Buffer; readonly buffer: Buffer };
  type Request = {
    readonly request: { readonly apiKey: number; readonly apiVersion: number; readonly encode: () => Promise<Encoded> };
    readonly response: unknown;
  };
  export const requests: {
    readonly Produce: { protocol: (of: { readonly version: number }) => (call: ProduceCall) => Request };
  };
}

declare module 'kafkajs/src/protocol/recordBatch/crc32C/index.js' {
  export default function crc32C(bytes: Uint8Array): number;
}

declare module 'kafkajs/src/producer/groupMessagesPerPartition.js' {
  export default function groupMessagesPerPartition<Message>(grouping: {
    readonly topic: string;
    readonly partitionMetadata: readonly object[];
    readonly messages: readonly Message[];
    readonly partitioner: (of: { readonly message: Message }) => number;
  }): Record<string, Message[]>;
}

declare module 'kafkajs/src/protocol/encoder.js' {
  import type { Encoded } from 'kafkajs/src/protocol/requests/index.js';

  /** Only what the patch touches; `body` is the patch's own. */
  export default class Encoder implements Encoded {
    buf: Buffer;
    offset: number;
    body?: Encoded;
    get buffer(): Buffer;
    size(): number;
    writeInt16(value: number): this;
    writeInt32(value: number): this;
    writeString(value: string): this;
    writeEncoder(value: Encoded): this;
  }
}

declare module 'kafkajs/src/protocol/request.js' {
  import type Encoder from 'kafkajs/src/protocol/encoder.js';
  import type { Encoded } from 'kafkajs/src/protocol/requests/index.js';

  export default function framed(of: {
    readonly correlationId: number;
    readonly clientId: string;
    readonly request: { readonly apiKey: number; readonly apiVersion: number; readonly encode: () => Promise<Encoded> };
  }): Promise<Encoder>;
}
