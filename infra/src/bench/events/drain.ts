import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';

import { ROOT } from '../../local/paths.ts';
import { cpuOf, per10k } from './cpu.ts';
import { NOTE, ORDER_PLACED } from './order.ts';
import { startPart } from './part.ts';
import type { Stand } from './stand.ts';
import type { Writer } from './writer/main.ts';

export const startWriter = ({ appUrl, brokers }: Stand) =>
  startPart<Writer>(join(ROOT, 'infra/src/bench/events/writer/main.ts'), [appUrl, brokers]);

/** As `writeOutbox` leaves them: ten versions each of as many orders as it takes. */
const SEED = `
  with written as (
  insert into outbox (lane, event_id, tenant_id, topic, type, aggregate_type, aggregate_id, aggregate_version,
                      occurred_at, actor, correlation_id, traceparent, payload)
  select abs(hashtext(r.aggregate::text)) % 4, r.event, r.tenant, $2, $3, 'order', r.aggregate, r.version, now(),
         '0198d3a0-0000-7000-8000-00000000000a', r.event::text,
         '00-' || replace(r.event::text, '-', '') || '-00f067aa0ba902b7-01',
         json_build_object('eventId', r.event, 'tenantId', r.tenant, 'aggregateId', r.aggregate,
           'aggregateVersion', r.version, 'occurredAt', '2026-11-22T09:30:00.000Z', 'number', r.number,
           'customer', 'Example AG', 'currency', 'EUR', 'total', '120.00', 'note', $4::text)::text
    from (select n as number, n / 50000 + 1 as version, gen_random_uuid() as event,
                 '0198d3a0-0000-7000-8000-000000000001'::uuid as tenant,
                 md5((n % 50000)::text)::uuid as aggregate
            from generate_series(0, $1::int - 1) n) r
  returning lane, id, recorded_at)
  insert into outbox_pending (lane, id, recorded_at) select lane, id, recorded_at from written`;

const HURRY = 20;

/** The rows that the outbox of a service that stood still for long would hold: how fast they go, and what that costs. */
export const measureDrain = async (stand: Stand, rows: number) => {
  await stand.asOwner(SEED, [rows, ORDER_PLACED.topic, ORDER_PLACED.type, NOTE]);
  await stand.asOwner('vacuum analyze outbox, outbox_pending');
  await stand.asOwner('checkpoint').catch(() => undefined);
  const writer = startWriter(stand);
  try {
    const without = await writer
      .ask('transactionsIn', { ms: 1_000, silent: true })
      .then(() => writer.ask('residentMb', null));
    const pids = { relay: writer.pid, ...stand.pids };
    const before = await cpuOf(pids);
    const since = performance.now();
    await writer.ask('startRelay', null);
    let peak = 0;
    while ((await writer.ask('published', null)) < rows) {
      await after(HURRY);
      peak = Math.max(peak, await writer.ask('residentMb', null));
    }
    const seconds = (performance.now() - since) / 1_000;
    while ((await stand.asOwner('select from outbox_pending limit 1')).length > 0) await after(HURRY);
    return {
      perSecond: rows / seconds,
      cpu: per10k(before, await cpuOf(pids), rows),
      extraMb: peak - without,
    };
  } finally {
    await writer.stop();
  }
};
