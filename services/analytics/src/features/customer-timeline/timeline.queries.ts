import type { Access, Caller, RecordType } from '@crm/access';
import {
  type ListDefinition,
  type ListRequest,
  type Listed,
  type Read,
  allOf,
  fetchListsOf,
  sqlParams,
} from '@crm/persistence';

import {
  CURRENT_GENERATION,
  CUSTOMER_RECORDS,
  seenCustomers,
  seenRecord,
  seenTimelines,
} from '../../warehouse/warehouse.guard.ts';

export type TimelineEntryRow = {
  readonly id: string;
  readonly type: string;
  readonly occurredAt: Date;
  readonly actorId: string | null;
  readonly subjectType: RecordType;
  readonly subjectId: string;
  readonly data: Readonly<Record<string, unknown>>;
};

/** Whose subject it was; somebody who left and came back under the same name is the one who works here now. */
const ACTOR = `(select a.id from dim_employee a
  where a.generation = t.generation and a.subject = t.actor and not a.is_gone
  order by a.is_active desc, a.id desc limit 1)`;

const COLUMNS = `t.id, t.type, t.occurred_at as "occurredAt", ${ACTOR} as "actorId",
  t.subject_type as "subjectType", t.subject_id as "subjectId", t.data`;

/** What timelines can be filtered by. They have one order: newest first. */
export const TIMELINE: ListDefinition = {
  columns: COLUMNS,
  from: `timeline_entry t
    join dim_customer c on c.generation = t.generation and c.id = t.customer_id
    left join dim_record r on r.generation = t.generation and r.id = t.subject_id and not r.is_gone`,
  id: 't.id',
  filterFields: {
    type: { kind: 'enum', sql: 't.type' },
    occurredAt: { kind: 'timestamptz', sql: 't.occurred_at' },
    actorId: { kind: 'id', sql: ACTOR },
  },
  orderFields: {
    OCCURRED_AT: { sql: 't.occurred_at', type: 'timestamptz', field: 'occurredAt' },
    // Several things happen to a record at one moment: in the order of its versions.
    VERSION: { sql: 't.aggregate_version', type: 'integer', field: 'occurredAt' },
  },
  defaultOrder: [
    { field: 'OCCURRED_AT', direction: 'DESC' },
    { field: 'VERSION', direction: 'DESC' },
  ],
};

/** Whether the reader may know which employee did something. */
export const namesActors = (access: Access) => access.predicate('Employee', 'read').kind === 'all';

/** The entries that are there for the reader: he sees the customer, its timeline, and the record it happened to. */
const seenEntries = (access: Access, params: unknown[]): readonly string[] => {
  const others = CUSTOMER_RECORDS.filter((type) => access.can(type, 'read'));
  const bySubject = others.map((type) => `t.subject_type = '${type}' and ${seenRecord(access, type, params)}`);
  return [
    `t.generation = ${CURRENT_GENERATION}`,
    ...seenCustomers(access, params),
    seenTimelines(access, params),
    [`t.subject_type = 'Customer'`, ...bySubject].join(' or '),
  ];
};

export type TimelineRequest = Omit<ListRequest, 'orderBy'>;

/** The timelines of several customers, a page of each, in one query for all that are asked in the same way. */
export const timelinesOf =
  (read: Read) =>
  (
    { actor, access }: Caller,
    customerIds: readonly string[],
    request: TimelineRequest,
    count: boolean,
  ): Promise<ReadonlyMap<string, Listed<TimelineEntryRow>>> =>
    read(actor, (sql) =>
      fetchListsOf<TimelineEntryRow>(sql, TIMELINE, 't.customer_id', customerIds, request, {
        count,
        mayUse: (field) => field !== 'actorId' || namesActors(access),
        where: (params) => seenEntries(access, params.values),
      }),
    );

/** The entries with these ids that are there for the reader. */
export const entriesByIds =
  (read: Read) =>
  ({ actor, access }: Caller, ids: readonly string[]): Promise<readonly TimelineEntryRow[]> =>
    read(actor, (sql) => {
      const params = sqlParams();
      const wanted = `t.id = any(${params.add(ids)}::uuid[])`;
      const where = allOf([wanted, ...seenEntries(access, params.values)]);
      return sql.query<TimelineEntryRow>(`select ${COLUMNS} from ${TIMELINE.from} where ${where}`, params.values);
    });
