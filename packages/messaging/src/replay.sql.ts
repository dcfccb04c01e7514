import { OWNERS } from './relay/relay.sql.ts';

/** The archive: facts that were published. State topics are left out: an old row must not become a key's latest. */
export const createArchiveSql = `
  create or replace function outbox_archive(after_id bigint, at_most integer, of_aggregate uuid, of_type text,
                                 from_time timestamptz, to_time timestamptz)
  returns table (id bigint, recorded_at timestamptz, event_id uuid, tenant_id uuid, topic text, type text,
                 aggregate_type text, aggregate_id uuid, aggregate_version integer, occurred_at text, actor text,
                 correlation_id text, causation_id text, traceparent text, payload text)
  language sql stable ${OWNERS} as $$
    select o.id, o.recorded_at, o.event_id, o.tenant_id, o.topic, o.type, o.aggregate_type, o.aggregate_id,
           o.aggregate_version, to_char(o.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), o.actor,
           o.correlation_id, o.causation_id, o.traceparent, o.payload
      from outbox o
     where not exists (select from outbox_pending p where p.lane = o.lane and p.id = o.id) and o.id > after_id
       and o.topic not like '%.state.%' and o.topic not like '%.state-redacted.%'
       and (of_aggregate is null or o.aggregate_id = of_aggregate) and (of_type is null or o.type = of_type)
       and (from_time is null or o.occurred_at >= from_time) and (to_time is null or o.occurred_at < to_time)
     order by o.id limit at_most;
  $$;
  revoke execute on function outbox_archive from public;
`;
