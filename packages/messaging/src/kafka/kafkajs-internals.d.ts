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
  type Encoded = { readonly buf: Buffer; readonly buffer: Buffer };
  type Request = { readonly request: { readonly encode: () => Promise<Encoded> }; readonly response: unknown };
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
