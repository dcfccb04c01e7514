import { fact } from '@crm/contracts';
import { accept, systemActor } from '@crm/kernel';
import { transactOn, writeOutbox } from '@crm/persistence';

import type { KafkaRecord } from '../event-bus.ts';
import { noLog } from '../log.ts';
import { aContract, aDatabase, aTenant, aThing, changing, eventually, type TestDatabase } from '../stack.builder.ts';
import { createDrain } from './drain.ts';
import { type Relay, startRelay } from './relay.ts';
import { openRelaySession } from './session.ts';

describe('what is read from the outbox', () => {
  const promise = aContract();
  const tenant = aTenant();
  let database: TestDatabase;
  const relays: Relay[] = [];

  beforeEach(async () => {
    database = await aDatabase();
  });

  afterEach(async () => {
    await Promise.all(relays.splice(0).map((relay) => relay.stop()));
    await database.stop();
  });

  /** A command in steps, so that another can come between: `claims` its thing, writes its fact, ends. */
  const aSlowCommand = (thing: string) => {
    const [claims, ends] = [Promise.withResolvers<null>(), Promise.withResolvers<null>()];
    const [begun, written] = [Promise.withResolvers<null>(), Promise.withResolvers<null>()];
    const ended = transactOn(database.dataSource)(systemActor(tenant, 'request-1'), async ({ db, actor, claim }) => {
      await db.query('select pg_current_xact_id()');
      begun.resolve(null);
      await claims.promise;
      const at = await claim('thing', thing);
      await writeOutbox(db, actor, [fact(promise, at, new Date(), { note: 'slow' })]);
      written.resolve(null);
      await ends.promise;
      return accept(null);
    });
    return {
      begun: begun.promise,
      write: () => {
        claims.resolve(null);
        return written.promise;
      },
      end: async () => {
        ends.resolve(null);
        await ended;
      },
    };
  };

  const aTopic = () => {
    const records: KafkaRecord[] = [];
    const publish = (more: readonly KafkaRecord[]) => {
      records.push(...more);
      return Promise.resolve();
    };
    const versions = () => records.map(({ headers }) => Number(headers['ce_aggregateversion']));
    return { records, publish, versions };
  };

  const aRelay = async (publish: (records: readonly KafkaRecord[]) => Promise<void>) => {
    const relay = await startRelay({
      databaseUrl: database.appUrl,
      bus: { publish },
      service: 'spec',
      onFatal: () => undefined,
    });
    relays.push(relay);
    return relay;
  };

  it('is lost to a reader that remembers how far it came, when an earlier number is committed later; not to the relay', async () => {
    const topic = aTopic();
    await aRelay(topic.publish);
    let after = '0';
    const seen: string[] = [];
    const readOn = async () => {
      const rows = await database.asOwner<{ id: string; aggregate_id: string }>(
        'select id, aggregate_id from outbox where id > $1 order by id',
        [after],
      );
      seen.push(...rows.map(({ aggregate_id }) => aggregate_id));
      after = rows.at(-1)?.id ?? after;
    };
    const [early, late] = [aThing(), aThing()];
    const slow = aSlowCommand(early);

    await slow.write();
    await changing(database, promise)(tenant, late);
    await readOn();
    await eventually('the later number is published', () => topic.records.length === 1);
    await slow.end();
    await readOn();
    await eventually('the earlier number is published', () => topic.records.length === 2);

    expect(seen).toEqual([late]);
    expect(topic.records.map(({ key }) => key)).toEqual([late, early]);
  });

  it('is turned round by a reader that goes by transaction numbers; not by the relay', async () => {
    const topic = aTopic();
    const thing = aThing();
    const slow = aSlowCommand(thing);
    await slow.begun;
    await changing(database, promise)(tenant, thing);
    await slow.write();
    await slow.end();

    const byTransaction = await database.asOwner<{ aggregate_version: number }>(
      'select aggregate_version from outbox order by xmin::text::bigint, id',
    );
    await aRelay(topic.publish);
    await eventually('both are published', () => topic.records.length === 2);

    expect(byTransaction.map(({ aggregate_version }) => aggregate_version)).toEqual([2, 1]);
    expect(topic.versions()).toEqual([1, 2]);
  });

  /** Sends the first batch only when told to: a request that is long on its way. */
  const aLateFirst = (topic: ReturnType<typeof aTopic>) => {
    const [arrives, begun] = [Promise.withResolvers<null>(), Promise.withResolvers<null>()];
    let first = true;
    return {
      begun: begun.promise,
      arrive: () => {
        arrives.resolve(null);
      },
      publish: async (records: readonly KafkaRecord[]) => {
        if (first) {
          first = false;
          begun.resolve(null);
          await arrives.promise;
        }
        await topic.publish(records);
      },
    };
  };

  const ALL_LANES = [0, 1, 2, 3];
  const always = () => true;

  it('arrives in the past when two read one lane', async () => {
    const topic = aTopic();
    const late = aLateFirst(topic);
    const change = changing(database, promise);
    const thing = aThing();
    const sessions = await Promise.all(
      [1, 2].map(() =>
        openRelaySession(database.appUrl, 'spec', (cause) => {
          expect(cause).toBe(null);
        }),
      ),
    );
    const [one, other] = sessions.map((session) =>
      createDrain({ session, bus: { publish: late.publish }, log: noLog }),
    );

    await change(tenant, thing);
    const first = one?.(ALL_LANES, always);
    await late.begun;
    await other?.(ALL_LANES, always);
    await change(tenant, thing);
    await other?.(ALL_LANES, always);
    late.arrive();
    await first;
    await Promise.all(sessions.map((session) => session.end(null)));

    // A table kept from this topic would show the old state for good.
    expect(topic.versions()).toEqual([1, 2, 1]);
  });

  it('is sent once and forwards by three relays, however late a request arrives', async () => {
    const topic = aTopic();
    const late = aLateFirst(topic);
    const change = changing(database, promise);
    const thing = aThing();
    await Promise.all([aRelay(late.publish), aRelay(late.publish), aRelay(late.publish)]);

    await change(tenant, thing);
    await late.begun;
    await change(tenant, thing);
    // Time enough for another to try its luck.
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    late.arrive();
    await eventually('both are published', () => topic.records.length >= 2);
    expect(topic.versions()).toEqual([1, 2]);
  });
});
