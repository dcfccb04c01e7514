import { randomUUID } from 'node:crypto';

import { type EventBus, kafkaEventBus, type KafkaRecord } from '@crm/messaging';
import { startBroker } from '@crm/testing';

import { chance } from './commands.ts';
import { aRecord, poison } from './poison.ts';
import { aStage, type Stage } from './stage.ts';
import { promisesOf } from './thing.ts';
import { asSent, recordsOn } from './topic.ts';

describe('records that should not be on a topic', () => {
  let stage: Stage;
  let bus: EventBus;

  beforeEach(async () => {
    const { brokers } = await startBroker();
    stage = await aStage(brokers);
    bus = kafkaEventBus({ brokers, clientId: 'spec' });
    await stage.aProcess(['relay', 'consumers'], { seed: 21 });
  });

  afterEach(async () => {
    await bus.close();
    await stage.stop();
  });

  it('change nothing when they are repeats', async () => {
    await stage.play(21, 120);
    const { brokers, topics } = stage.place;
    expect(await stage.violations()).toEqual([]);
    const next = chance(21);
    const again = (await recordsOn(brokers, [topics.fact])).filter(() => next() < 0.3);
    await bus.publish(again.map(asSent));

    expect(again.length).toBeGreaterThan(10);
    expect(await stage.violations({ repeats: again.length })).toEqual([]);
  });

  it('leave a read model as it is when they are old states once more, and the topic until the next change', async () => {
    await stage.play(24, 120);
    const { brokers, topics } = stage.place;
    expect(await stage.violations()).toEqual([]);
    const next = chance(24);
    const again = (await recordsOn(brokers, [topics.state])).filter(() => next() < 0.3);
    await bus.publish(again.map(asSent));

    const violations = await stage.violations({ repeats: again.length });
    expect(violations.filter((each) => !each.startsWith('state: '))).toEqual([]);
    expect(violations).toContainEqual(expect.stringMatching(/^state: .* is too much$/));
    await stage.play(25, 120);
    expect(await stage.violations({ repeats: again.length })).toEqual([]);
  });

  it('have an effect each, and once, when they are facts in the wrong order: the order is the topic’s', async () => {
    const { changed } = promisesOf(stage.place.topics);
    const [stranger, tenant] = [randomUUID(), randomUUID()];
    const facts = [1, 3, 2, 4].map((version): KafkaRecord => {
      const record = aRecord(changed, stranger, version, `{"note":"note ${String(version)}"}`);
      return { ...record, headers: { ...record.headers, ce_tenantid: tenant } };
    });
    const playing = stage.play(26, 60);
    await bus.publish([...facts, ...facts]);
    await playing;

    expect(await stage.violations({ strangers: new Set([stranger]) })).toEqual([]);
    const { rows } = await stage.owners.target.query('select version from ledger where thing = $1 order by id', [
      stranger,
    ]);
    expect(rows).toEqual([{ version: 1 }, { version: 3 }, { version: 2 }, { version: 4 }]);
  });

  it('leave a read model with the newest state when they come in the wrong order', async () => {
    const { state } = promisesOf(stage.place.topics);
    const stranger = randomUUID();
    const [older, newer] = [1, 2].map((n) => aRecord(state, stranger, n, `{"note":"note ${String(n)}"}`));
    if (!older || !newer) throw new Error('There are two');
    await bus.publish([newer]);
    await bus.publish([{ ...older, headers: { ...older.headers, ce_tenantid: newer.headers.ce_tenantid } }]);
    await stage.play(22, 60);

    expect(await stage.violations({ strangers: new Set([stranger]) })).toEqual([]);
    const { rows } = await stage.owners.target.query('select version, note from thing_view where thing = $1', [
      stranger,
    ]);
    expect(rows).toEqual([{ version: 2, note: 'note 2' }]);
  });

  it('stop their own aggregate only when they are poison of six kinds', async () => {
    const playing = stage.play(23, 120);
    const { strangers, parked } = await poison(stage.place);
    await playing;

    expect(await stage.violations({ strangers, parked: parked.length })).toEqual([]);
    const { rows } = await stage.owners.target.query<{ record_key: string; behind: boolean }>(
      'select record_key, behind from parked_event order by record_key',
    );
    expect(new Set(rows.map((row) => JSON.stringify(row)))).toEqual(new Set(parked.map((row) => JSON.stringify(row))));
  });
});
