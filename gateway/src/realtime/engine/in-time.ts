import { type Result, accept, refuse } from '@crm/kernel';

import { type Wait, KNOWN_AT_START } from '../compile/compiled.ts';
import { type Refused, refused } from '../refused.ts';
import type { Logged } from './event-log.ts';
import { memoryIn } from './position.ts';

/** What a group knows when somebody joins it. */
type Known = {
  readonly memory: string;
  readonly wait: Wait;
  /** The records that were there when it began. */
  readonly there: readonly string[];
  /** What has happened since the client's last event. */
  readonly missed: Result<readonly Logged[], Refused>;
};

/**
 * Whether a client can go on here from its last event. Only the group that told it everything up to there knows of which
 * records to tell it that they have gone. Another one does when it knows all records that there are, and all that the
 * client has missed are among them; else reading afresh is the only right answer.
 */
export const inTime = (lastEventId: string | null, { memory, wait, there, missed }: Known): Result<null, Refused> => {
  // Where nothing is ever told to have gone, nothing has to be remembered.
  if (lastEventId === null || !wait.removal || memoryIn(lastEventId) === memory) return accept(null);
  const isAll = wait.id !== null || there.length < KNOWN_AT_START;
  const isThere = missed.ok && missed.value.every(({ event }) => there.includes(event.id));
  return isAll && isThere ? accept(null) : refuse(refused('RESUME_EXPIRED'));
};
