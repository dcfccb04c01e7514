import { randomUUID } from 'node:crypto';
import { setTimeout as after } from 'node:timers/promises';

import { type EventBus, kafkaEventBus, type KafkaRecord, RecordRefused } from '@crm/messaging';
import { startBroker } from '@crm/testing';

import { commandsOf } from './commands.ts';
import type { Excused } from './look.ts';
import { unpublished } from './outbox.ts';
import { type Part, startParts } from './parts.ts';
import { aStage, type Stage } from './stage.ts';
import { recordsOn } from './topic.ts';

const without =
  (name: string) =>
  ({ topic, key, value, headers }: KafkaRecord): KafkaRecord => ({
    ...{ topic, key, value },
    headers: Object.fromEntries(Object.entries(headers).filter(([header]) => header !== name)),
  });

const withNote =
  (note: unknown) =>
  ({ topic, key, headers }: KafkaRecord): KafkaRecord => ({ topic, key, headers, value: JSON.stringify({ note }) });

const underTenant = ({ topic, key, value, headers }: KafkaRecord, tenant: string): KafkaRecord => ({
  ...{ topic, key, value },
  headers: { ...headers, ce_tenantid: tenant },
});

/** A checker that finds nothing proves nothing unless it finds what was put there. */
describe('the checker of all that', () => {
  let stage: Stage;

  beforeEach(async () => {
    stage = await aStage((await startBroker()).brokers);
  });

  afterEach(() => stage.stop());

  const start = (parts: readonly Part[], relayBus?: (bus: EventBus) => Pick<EventBus, 'publish'>) =>
    startParts(
      { place: stage.place, parts, seed: 31, commands: 0, die: null },
      {
        onFatal: (cause) => {
          throw cause;
        },
        ...(relayBus && { relayBus }),
      },
    );

  /** What it says of a relay that sends as the spec would have it. */
  const violationsWith = async (relayBus?: (bus: EventBus) => Pick<EventBus, 'publish'>, excused?: Excused) => {
    await stage.play(31, 60);
    const running = await start(['relay', 'consumers'], relayBus);
    const violations = await stage.violations(excused);
    await running.stop();
    return violations;
  };

  it('says nothing when all is well', async () => {
    expect(await violationsWith()).toEqual([]);
  });

  it('sees that a relay skips a row', async () => {
    const violations = await violationsWith((bus) => ({
      publish: (records) => bus.publish(records.filter((_, at) => at !== 7)),
    }));
    expect(violations).toContainEqual(expect.stringContaining('committed, not published'));
  });

  it('sees that a relay sends twice without need', async () => {
    const violations = await violationsWith((bus) => ({
      publish: async (records) => {
        await bus.publish(records);
        await bus.publish(records.slice(0, 1));
      },
    }));
    expect(violations).toEqual([expect.stringContaining('repeats: ')]);
  });

  it.each([
    { says: 'that the headers of a record are not complete', spoil: without('ce_actor') },
    { says: 'that the value of a record is not what was promised', spoil: withNote(5) },
  ])('sees $says', async ({ spoil }) => {
    const violations = await violationsWith((bus) => ({
      publish: (records) => bus.publish(records.map((record, at) => (at === 5 ? spoil(record) : record))),
    }));
    expect(violations).toContainEqual(expect.stringContaining('contract: '));
  });

  it('sees that a record went to another company', async () => {
    const violations = await violationsWith((bus) => ({
      publish: (records) => bus.publish(records.map((record) => underTenant(record, randomUUID()))),
    }));
    const found = new Set(violations.map((violation) => violation.replace(/ [0-9a-f-]{36}/, '')));
    for (const what of ['a record of', 'an effect on', 'the view of']) expect(found).toContain(`tenant of ${what}`);
  });

  it('sees that an old state was sent again after a newer one, and that a tombstone was not', async () => {
    let first: KafkaRecord | undefined;
    const isState = ({ topic }: KafkaRecord) => topic === stage.place.topics.state;
    const violations = await violationsWith((bus) => ({
      publish: async (records) => {
        first ??= records.find((record) => isState(record) && record.value !== null);
        const kept = records.filter(({ value }) => value !== null);
        await bus.publish(first ? [...kept, first] : kept);
      },
    }));
    const lines = violations.filter((violation) => violation.startsWith('state: '));
    expect(lines).toContainEqual(
      expect.stringContaining(`${first?.key ?? ''} ${first?.headers['ce_tenantid'] ?? ''} 1 `),
    );
    expect(lines).toContainEqual(expect.stringContaining('tombstone is missing'));
  });

  it('sees that a change was committed without anything to say, which the outbox alone does not show', async () => {
    await stage.owners.source.query(`
      create function keep_silent() returns trigger language plpgsql as $$
      begin return case when new.aggregate_version = 2 then null else new end; end $$;
      create trigger keep_silent before insert on outbox for each row execute function keep_silent()`);
    const violations = await violationsWith();
    expect(violations).toContainEqual(expect.stringContaining('facts of '));
    expect(violations).toContainEqual(expect.stringContaining('told, not true: '));
  });

  it('sees that an aggregate is stuck since the broker refuses its event', async () => {
    const [command] = commandsOf(31, 1);
    const violations = await violationsWith(
      (bus) => ({
        publish: (records) =>
          records.some(({ key }) => key === command?.thing)
            ? Promise.reject(new RecordRefused('too large'))
            : bus.publish(records),
      }),
      { patienceMs: 3_000 },
    );
    expect(violations).toContainEqual(expect.stringMatching(/^stuck: .* 1 aggregates blocked/));
  });

  it('sees that something of a command that failed is there all the same', async () => {
    const [changes] = commandsOf(31, 60).filter(({ fails, removes }) => fails && !removes);
    await stage.play(31, 60);
    await stage.owners.source.query('update thing set note = $1', [changes?.note]);
    const running = await start(['relay', 'consumers']);
    const violations = await stage.violations();
    await running.stop();
    expect(violations).toContain(`failed, yet it is there: ${changes?.note ?? ''}`);
  });

  it('sees that a relay marks rows before it sends them, when it dies in between', async () => {
    await stage.play(31, 60);
    // Says that it has sent, so that the rows are marked, and ends before it has.
    const dying = await start(['relay'], () => ({ publish: () => Promise.resolve() }));
    while ((await unpublished(stage.owners.source)).rows > 0) await after(10);
    await dying.stop();
    const running = await start(['relay', 'consumers']);
    const violations = await stage.violations();
    await running.stop();
    expect(violations).toContainEqual(expect.stringContaining('committed, not published'));
  });

  it('sees that an inbox applies an event twice', async () => {
    await stage.owners.target.query(`
      create function forget() returns trigger language plpgsql security definer as $$
      begin delete from inbox where event_id = new.event_id; return null; end $$;
      create trigger forget after insert on inbox for each row execute function forget()`);
    await stage.play(31, 60);
    const running = await start(['relay', 'consumers']);
    expect(await stage.violations()).toEqual([]);
    const { brokers, topics } = stage.place;
    const bus = kafkaEventBus({ brokers, clientId: 'spec' });
    const [first] = await recordsOn(brokers, [topics.fact]);
    if (!first) throw new Error('Something was published');
    await bus.publish([{ ...first, key: first.key ?? '', value: String(first.value) }]);
    await bus.close();
    const violations = await stage.violations({ repeats: 1 });
    await running.stop();
    expect(violations).toEqual([expect.stringContaining('effects of')]);
  });
});
