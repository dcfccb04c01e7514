import { setTimeout as after } from 'node:timers/promises';

import { startBroker } from '@crm/testing';
import kafkajs from 'kafkajs';

import { eventually } from './patience.ts';
import { aStage, type Stage } from './stage.ts';
import { makeTopics, readFromTheStart, recordsOn } from './topic.ts';

const isGone = (known: readonly string[], ...topics: readonly string[]) =>
  !topics.some((topic) => known.includes(topic));

describe('nothing is missing, doubled or out of order', () => {
  let stage: Stage;

  beforeEach(async () => {
    stage = await aStage((await startBroker()).brokers);
    await stage.aProcess(['relay', 'consumers'], { seed: 61 });
    await stage.play(61, 120);
    expect(await stage.violations()).toEqual([]);
  });

  afterEach(() => stage.stop());

  it('when the offsets of a group were set back to the start', async () => {
    const users = await stage.keepBusy(62);
    await stage.alone(() => readFromTheStart(stage.place));
    await users.areServed();
    await users.stop();

    expect(await stage.violations()).toEqual([]);
  });

  it('when the topics were deleted and made again under way', async () => {
    const { brokers, topics } = stage.place;
    const forgotten = await recordsOn(brokers, [topics.fact, topics.state]);
    const admin = new kafkajs.Kafka({ clientId: 'spec', brokers: [...brokers] }).admin();
    await admin.connect();
    await admin.deleteTopics({ topics: Object.values(topics) });
    await eventually('the topics are gone', async () => isGone(await admin.listTopics(), topics.fact, topics.state));
    const users = await stage.keepBusy(63);
    await users.areServed();
    await after(2_000);
    await makeTopics(brokers, topics);
    await users.areServed();
    await admin.disconnect();
    await users.stop();

    expect(await stage.violations({ forgotten })).toEqual([]);
  });
});
