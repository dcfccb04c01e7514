import { setTimeout as after } from 'node:timers/promises';

import { type EventBus, kafkaEventBus } from '@crm/messaging';
import { startBroker } from '@crm/testing';

import { unpublished } from './outbox.ts';
import { type Part, startParts } from './parts.ts';
import { aStage, type Stage } from './stage.ts';
import { recordsOn } from './topic.ts';

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

  it('says nothing when all is well', async () => {
    await stage.play(31, 60);
    const running = await start(['relay', 'consumers']);
    const violations = await stage.violations();
    await running.stop();
    expect(violations).toEqual([]);
  });

  it('sees that a relay skips a row', async () => {
    await stage.play(31, 60);
    const running = await start(['relay', 'consumers'], (bus) => ({
      publish: (records) => bus.publish(records.filter((_, at) => at !== 7)),
    }));
    const violations = await stage.violations();
    await running.stop();
    expect(violations).toContainEqual(expect.stringContaining('committed, not published'));
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
