import { randomUUID } from 'node:crypto';

import { type EventBus, kafkaEventBus, type KafkaRecord } from '@crm/messaging';
import { startBroker } from '@crm/testing';

import { chance } from './commands.ts';
import { aRecord, poisonFor } from './poison.ts';
import { aStage, type Stage } from './stage.ts';
import { promisesOf } from './thing.ts';
import { recordsOn } from './topic.ts';

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
    await bus.publish(
      again.map(({ topic, key, value, headers }): KafkaRecord => ({
        topic,
        key: key ?? '',
        value: String(value),
        headers,
      })),
    );

    expect(again.length).toBeGreaterThan(10);
    expect(await stage.violations({ repeats: again.length })).toEqual([]);
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

  it('stop their own aggregate only when they are poison of five kinds', async () => {
    const { records, strangers, parked } = poisonFor(stage.place.topics);
    const playing = stage.play(23, 120);
    await bus.publish(records);
    await playing;

    expect(await stage.violations({ strangers, parked: parked.length })).toEqual([]);
    const { rows } = await stage.owners.target.query<{ record_key: string; behind: boolean }>(
      'select record_key, behind from parked_event order by record_key',
    );
    expect(new Set(rows.map((row) => JSON.stringify(row)))).toEqual(new Set(parked.map((row) => JSON.stringify(row))));
  });
});
