import { OUTBOX_LANES } from '@crm/persistence';
import { Client, type QueryConfig, type QueryResult, type QueryResultRow } from 'pg';

import { ByteWriter } from '../kafka/byte-writer.ts';
import type { OutboxLag } from '../metrics.ts';
import { CopyOut } from './copy-out.ts';
import { type Draft, Letter } from './letter.ts';
import { createRowEncoder } from './row-encoder.ts';

/** Which rows a take looks at. */
export type Take = {
  readonly lanes: readonly number[];
  /** Rows already being sent. */
  readonly skip: readonly number[];
  readonly perLane: number;
};

/** With the lane, the key of its advisory lock. Never change it: old and new version must exclude each other. */
const LOCK_CLASS = 7_301_195;

const ALL_LANES = Array.from({ length: OUTBOX_LANES }, (_, lane) => lane);

/**
 * The one session that holds the lanes' locks, and through which rows are read and marked: when it is lost, nothing more
 * can be marked by a process that no longer leads. `onLost` is called at most once, and not after `end`.
 */
export const openRelaySession = async (databaseUrl: string, service: string, onLost: (cause: Error) => void) => {
  const client = new Client({
    connectionString: databaseUrl,
    application_name: 'outbox-relay',
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
    options: '-c statement_timeout=30s -c TimeZone=UTC',
  });
  let over = false;
  const lost = (cause: Error) => {
    if (over) return;
    over = true;
    onLost(cause);
  };
  client.on('error', lost);
  client.on('end', () => {
    lost(new Error('The session that holds the lanes has ended'));
  });
  await client.connect();
  const session = inTurn(client);
  return {
    ...leading(session),
    ...sending(session, createRowEncoder(service)),
    /** Frees the lanes; with `me`, says that nothing of ours is under way. */
    end: async (me: string | null) => {
      if (over) return;
      if (me) await session.query('select outbox_release($1)', [me]);
      over = true;
      await client.end();
    },
  };
};

type Session = {
  readonly query: <Row extends QueryResultRow>(
    query: string | QueryConfig,
    values?: readonly unknown[],
  ) => Promise<QueryResult<Row>>;
  readonly copy: (text: string, onData: (bytes: Buffer) => void) => Promise<void>;
};

/** One query after the other: node-postgres no longer wants to queue them itself. */
const inTurn = (client: Client): Session => {
  let last: Promise<unknown> = Promise.resolve();
  const next = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
  return {
    query: <Row extends QueryResultRow>(query: string | QueryConfig, values: readonly unknown[] = []) =>
      next(() => client.query<Row>(query, values.length > 0 ? [...values] : undefined)),
    copy: (text, onData) => next(() => client.query(new CopyOut(text, onData)).done),
  };
};

export type RelaySession = Awaited<ReturnType<typeof openRelaySession>>;

const leading = ({ query }: Session) => ({
  /** Takes the locks of lanes that nobody leads. */
  lead: async (held: readonly number[]): Promise<number[]> => {
    const { rows } = await query<{ lane: number }>(
      `select lane from unnest($1::int[]) as lane where pg_try_advisory_lock(${String(LOCK_CLASS)}, lane)`,
      [ALL_LANES.filter((lane) => !held.includes(lane))],
    );
    return rows.map(({ lane }) => lane);
  },
  /** Notes who leads these lanes now; gives the milliseconds until the leader before can no longer interfere. */
  succeed: async (lanes: readonly number[], me: string) => {
    const { rows } = await query<{ wait: number }>('select outbox_lead($1, $2) as wait', [lanes, me]);
    return rows[0]?.wait ?? 0;
  },
  beat: (me: string) => query('select outbox_beat($1)', [me]),
  maintain: (daysAhead: number, keepDays: number) => query('select outbox_maintain($1, $2)', [daysAhead, keepDays]),
  lag: async (): Promise<OutboxLag> => {
    const { rows } = await query<{ rows: string; oldest_seconds: number; blocked: string }>(
      'select * from outbox_lag()',
    );
    const [lag] = rows;
    return {
      rows: Number(lag?.rows ?? 0),
      oldestSeconds: lag?.oldest_seconds ?? 0,
      blockedAggregates: Number(lag?.blocked ?? 0),
    };
  },
});

const sending = ({ query, copy }: Session, encoder: ReturnType<typeof createRowEncoder>) => {
  let room = LITTLE_ROOM;
  return {
    /** In the order of their lanes and ids. */
    take: async ({ lanes, skip, perLane }: Take): Promise<Letter[]> => {
      const out = new ByteWriter(room);
      const drafts: Draft[] = [];
      // COPY takes no parameters: these are all numbers.
      const rows = `outbox_take('{${lanes.join()}}'::smallint[], '{${skip.join()}}'::bigint[], ${String(perLane)})`;
      await copy(`copy (select * from ${rows}) to stdout (format binary)`, (bytes) => {
        const draft = encoder.encode(bytes, out);
        if (draft) drafts.push(draft);
      });
      room = Math.max(LITTLE_ROOM, out.at);
      drafts.sort(({ place: one }, { place: other }) => one.lane - other.lane || one.id - other.id);
      return drafts.map((draft) => new Letter(draft, out.bytes));
    },
    mark: async (sent: readonly Letter[]) => {
      if (sent.length === 0) return;
      const values = [
        `{${sent.map(({ place }) => place.lane).join()}}`,
        `{${sent.map(({ place }) => place.id).join()}}`,
      ];
      await query({ name: 'mark', text: 'select outbox_mark($1::smallint[], $2::bigint[])', values });
    },
    block: async ({ key, eventId }: Letter, reason: string) => {
      await query('select outbox_block($1, $2, $3)', [key, eventId, reason]);
    },
  };
};

/** Bytes to begin with when little was read last. */
const LITTLE_ROOM = 16_384;
