import type { ConsumeOptions, Consuming, EventBus, Tailing } from '../event-bus.ts';
import { ensureTopics, lagOf, withAdmin } from './admin.ts';
import { consume } from './consumer.ts';
import { moveGroup } from './move-group.ts';
import { createFence } from './fence.ts';
import { createProducer } from './producer.ts';
import { clientOf, GIVE_UP, type KafkaOptions, NEVER_GIVE_UP } from './settings.ts';
import { tail } from './tail.ts';
import { patchTimerLoop } from './timer-loop-patch.ts';

const CONCURRENCY = 3;
/** A reader that follows a topic tries again by itself, and tells by `onTrouble` when the broker is away. */
const ONE_RETRY = { ...GIVE_UP, retries: 1 } as const;
const silent = () => true;

/**
 * Kafka through kafkajs 2.2.4, which is unmaintained: this folder knows its defects and defends against each, so that
 * nothing else has to. Connects when first used; `close` gives up what is still being sent.
 */
export const kafkaEventBus = (options: KafkaOptions): EventBus => {
  patchTimerLoop();
  const loud = () => false;
  const fence = createFence();
  const producer = createProducer(clientOf(options, NEVER_GIVE_UP, loud, fence), fence);
  const admin = clientOf(options, GIVE_UP, loud);
  const running = new Set<Consuming | Tailing>();

  const join = async (consumeOptions: ConsumeOptions): Promise<Consuming> => {
    // The first join of a fresh broker crashes and restarts once, while the coordinator loads: nothing to tell.
    let joined = false;
    const kafka = clientOf(options, GIVE_UP, () => !joined);
    const consuming = await consume(
      kafka,
      { concurrency: CONCURRENCY, ...options, ...consumeOptions },
      () => (joined = true),
    );
    return remembered(running, consuming);
  };

  return {
    publish: producer.publish,
    consume: join,
    tail: (tailOptions) =>
      remembered(running, tail(clientOf(options, ONE_RETRY, silent), clientOf(options, GIVE_UP, silent), tailOptions)),
    ensureTopics: (plans) => withAdmin(admin, (each) => ensureTopics(each, plans)),
    lag: (groupId, topics) => withAdmin(admin, (each) => lagOf(each, groupId, topics)),
    moveGroup: (groupId, topics, to) => moveGroup(admin, groupId, topics, to),
    close: async () => {
      await Promise.all([...running].map((each) => each.stop()));
      await producer.close();
    },
  };
};

/** So that closing the bus stops it, and stopping it twice does no harm. */
const remembered = (running: Set<Consuming | Tailing>, { stop }: Consuming | Tailing): Consuming | Tailing => {
  const entry = {
    stop: async () => {
      if (running.delete(entry)) await stop();
    },
  };
  running.add(entry);
  return entry;
};
