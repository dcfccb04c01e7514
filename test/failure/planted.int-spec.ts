import { randomUUID } from 'node:crypto';

import { type KafkaRecord, RecordRefused } from '@crm/messaging';
import { startBroker } from '@crm/testing';

import { commandsOf } from './commands.ts';
import type { Excused } from './look.ts';
import { type PlantedBus, plantedOn } from './planting.ts';
import { aStage, type Stage } from './stage.ts';

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

/** The first two facts of an aggregate that are sent together, each in the other's place. */
const turnedRound = (records: readonly KafkaRecord[]): KafkaRecord[] => {
  const isFirst = ({ topic, headers }: KafkaRecord) =>
    topic.endsWith('.fact.v1') && headers['ce_aggregateversion'] === '1';
  const one = records.findIndex(isFirst);
  const other = records.findIndex(({ topic, key }, at) => at > one && isTheSame(records[one], { topic, key }));
  return records.map((record, at) => (at === one ? records[other] : at === other ? records[one] : null) ?? record);
};

const isTheSame = (one: KafkaRecord | undefined, { topic, key }: Pick<KafkaRecord, 'topic' | 'key'>) =>
  one?.topic === topic && one.key === key;

/** A checker that finds nothing proves nothing unless it finds what was put there. */
describe('the checker of all that, when a relay goes wrong', () => {
  let stage: Stage;

  beforeEach(async () => {
    stage = await aStage((await startBroker()).brokers);
  });

  afterEach(() => stage.stop());

  const violationsWith = (relayBus?: PlantedBus, excused?: Excused) => plantedOn(stage, relayBus, excused);

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

  it('sees that a relay turned two facts of an aggregate round, and that effects followed them', async () => {
    const violations = await violationsWith((bus) => ({ publish: (records) => bus.publish(turnedRound(records)) }));
    expect(violations).toContainEqual(expect.stringMatching(/^facts of \S+: 2,1,/));
    expect(violations).toContainEqual(expect.stringMatching(/^effects of \S+: 2,1,/));
  });
});
