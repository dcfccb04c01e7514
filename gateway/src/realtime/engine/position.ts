/** How far a topic has been read: for each partition, the offset that comes next. */
export type Position = readonly number[];

/** Names a place in a topic to a client, who may come back to it. Says nothing about any record. */
export const eventIdOf = (topic: string, position: Position) =>
  Buffer.from(`${topic}:${position.join(',')}`).toString('base64url');

const FORM = /^(?<topic>[\w.-]{1,200}):(?<offsets>\d{1,15}(?:,\d{1,15}){0,255})$/;

/** The place that a client names; null when it is none of this topic. */
export const positionOf = (topic: string, eventId: string): Position | null => {
  if (eventId.length > 4_000) return null;
  const { groups } = FORM.exec(Buffer.from(eventId, 'base64url').toString()) ?? {};
  return groups?.topic === topic ? String(groups.offsets).split(',').map(Number) : null;
};
