import { randomUUID } from 'node:crypto';

import { type EventBus, kafkaEventBus, type KafkaRecord } from '@crm/messaging';
import { startBroker } from '@crm/testing';

import { chance } from './commands.ts';
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

  const aRecord = (promise: { topic: string; type: string }, key: string, version: number, value: string) => ({
    topic: promise.topic,
    key,
    value,
    headers: {
      ce_id: randomUUID(),
      ce_type: promise.type,
      ce_time: '2026-11-22T08:00:00.000Z',
      ce_tenantid: randomUUID(),
      ce_aggregateversion: String(version),
    },
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
    const { changed } = promisesOf(stage.place.topics);
    const keys = Array.from({ length: 5 }, () => randomUUID());
    const [broken = '', wrong = '', unknown = '', failing = '', endless = ''] = keys;
    const playing = stage.play(23, 120);
    await bus.publish([
      aRecord(changed, broken, 1, '{"note":'),
      aRecord(changed, wrong, 1, '{"note":5}'),
      aRecord({ ...changed, type: 'spec.thing-vanished.v1' }, unknown, 1, '{}'),
      aRecord(changed, failing, 1, '{"note":"handler-error"}'),
      aRecord(changed, endless, 1, '{"note":"handler-endless"}'),
      aRecord(changed, failing, 2, '{"note":"waits behind it"}'),
    ]);
    await playing;

    expect(await stage.violations({ strangers: new Set(keys), parked: 5 })).toEqual([]);
    const { rows } = await stage.owners.target.query<{ record_key: string; behind: boolean }>(
      'select record_key, behind from parked_event order by record_key',
    );
    const parked = [broken, wrong, failing, endless].map((record_key) => ({ record_key, behind: false }));
    const all = [...parked, { record_key: failing, behind: true }];
    expect(new Set(rows.map((row) => JSON.stringify(row)))).toEqual(new Set(all.map((row) => JSON.stringify(row))));
  });
});
