import { OUTBOX_LANES } from '@crm/persistence';
import { Client, type QueryArrayConfig, type QueryConfig, type QueryResult, type QueryResultRow } from 'pg';

import type { OutboxLag } from '../metrics.ts';

/** A row of the outbox as text, as it came over the wire: nothing is parsed that is only passed on. */
export type OutboxRow = {
  readonly id: string;
  readonly recordedAt: string;
  readonly eventId: string;
  readonly tenant: string;
  readonly topic: string;
  readonly type: string;
  readonly aggregateType: string;
  readonly aggregateId: string;
  readonly aggregateVersion: string;
  readonly occurredAt: string;
  readonly actor: string;
  readonly correlationId: string;
  readonly causationId: string | null;
  readonly traceparent: string | null;
  readonly payload: string | null;
};

/** Which rows a take looks at. */
export type Take = {
  readonly lanes: readonly number[];
  /** Rows recorded before it are known to be published. */
  readonly since: string;
  /** Rows already being sent. */
  readonly skip: readonly string[];
  readonly perLane: number;
};

/** With the lane, the key of its advisory lock. Never change it: old and new version must exclude each other. */
const LOCK_CLASS = 7_301_195;

const ALL_LANES = Array.from({ length: OUTBOX_LANES }, (_, lane) => lane);

const asText = { getTypeParser: () => (value: string | Buffer) => value };

/**
 * The one session that holds the lanes' locks, and through which rows are read and marked: when it is lost, nothing more
 * can be marked by a process that no longer leads. `onLost` is called at most once, and not after `end`.
 */
export const openRelaySession = async (databaseUrl: string, onLost: (cause: Error) => void) => {
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
    ...sending(session),
    /** Frees the lanes; with `me`, says that nothing of ours is under way. */
    end: async (me: string | null) => {
      if (over) return;
      if (me) await session('select outbox_release($1)', [me]);
      over = true;
      await client.end();
    },
  };
};

type RunQuery = <Row extends QueryResultRow>(
  query: string | QueryArrayConfig | QueryConfig,
  values?: readonly unknown[],
) => Promise<QueryResult<Row>>;

/** One query after the other: node-postgres no longer wants to queue them itself. */
const inTurn = (client: Client): RunQuery => {
  let last: Promise<unknown> = Promise.resolve();
  return <Row extends QueryResultRow>(query: string | QueryConfig, values: readonly unknown[] = []) => {
    const mine = last.then(() => client.query<Row>(query, values.length > 0 ? [...values] : undefined));
    last = mine.catch(() => undefined);
    return mine;
  };
};

export type RelaySession = Awaited<ReturnType<typeof openRelaySession>>;

const leading = (query: RunQuery) => ({
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

const sending = (query: RunQuery) => ({
  take: ({ lanes, since, skip, perLane }: Take) => takeRows(query, [lanes, since, skip, perLane]),
  mark: async (rows: readonly OutboxRow[]) => {
    if (rows.length === 0) return;
    const columns = [rows.map(({ recordedAt }) => recordedAt), rows.map(({ id }) => id)];
    await query({ name: 'mark', text: 'select outbox_mark($1, $2)', values: columns });
  },
  block: async ({ aggregateId, eventId }: OutboxRow, reason: string) => {
    await query('select outbox_block($1, $2, $3)', [aggregateId, eventId, reason]);
  },
  /** No transaction lasts a day: a row that was recorded before it is visible by now, or will never be. */
  aDayAgo: async () => {
    const text = `select clock_timestamp() - interval '1 day' as at`;
    const { rows } = await query<{ at: string }>({ text, types: asText });
    return rows[0]?.at ?? '-infinity';
  },
});

const takeRows = async (query: RunQuery, values: unknown[]): Promise<OutboxRow[]> => {
  const { rows } = await query<TakenColumns>({
    name: 'take',
    text: 'select * from outbox_take($1, $2, $3, $4)',
    values,
    rowMode: 'array',
    types: asText,
  });
  return rows.map(toRow);
};

/** As `outbox_take` returns them. */
type TakenColumns = [
  id: string,
  recordedAt: string,
  eventId: string,
  tenant: string,
  topic: string,
  type: string,
  aggregateType: string,
  aggregateId: string,
  aggregateVersion: string,
  occurredAt: string,
  actor: string,
  correlationId: string,
  causationId: string | null,
  traceparent: string | null,
  payload: string | null,
];

const toRow = (column: TakenColumns): OutboxRow => ({
  id: column[0],
  recordedAt: column[1],
  eventId: column[2],
  tenant: column[3],
  topic: column[4],
  type: column[5],
  aggregateType: column[6],
  aggregateId: column[7],
  aggregateVersion: column[8],
  occurredAt: column[9],
  actor: column[10],
  correlationId: column[11],
  causationId: column[12],
  traceparent: column[13],
  payload: column[14],
});
