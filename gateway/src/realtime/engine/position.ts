/** How far a topic has been read: for each partition, the offset that comes next. */
export type Position = readonly number[];

/**
 * Names a place in a topic to a client, who may come back to it, and the group that told it everything up to there.
 * Says nothing about any record.
 */
export const eventIdOf = (topic: string, position: Position, memory: string) =>
  Buffer.from(`${topic}:${position.join(',')}:${memory}`).toString('base64url');

const FORM = /^(?<topic>[\w.-]{1,200}):(?<offsets>\d{1,15}(?:,\d{1,15}){0,255})(?::(?<memory>[\w-]{1,40}))?$/;

const partsOf = (eventId: string) =>
  eventId.length > 4_000 ? {} : (FORM.exec(Buffer.from(eventId, 'base64url').toString())?.groups ?? {});

/** The place that a client names; null when it is none of this topic. */
export const positionOf = (topic: string, eventId: string): Position | null => {
  const { topic: named, offsets } = partsOf(eventId);
  return named === topic ? String(offsets).split(',').map(Number) : null;
};

/** Whose memory of what the client was told is good up to there; null when it does not say. */
export const memoryIn = (eventId: string): string | null => partsOf(eventId).memory ?? null;
