import { randomUUID } from 'node:crypto';

import { kafkaEventBus } from '@crm/messaging';
import { startBroker } from '@crm/testing';

import { commandsOf } from './commands.ts';
import { unpublished } from './outbox.ts';
import { eventually } from './patience.ts';
import { plantedOn, startHere } from './planting.ts';
import { aStage, type Stage } from './stage.ts';
import { asSent, recordsOn } from './topic.ts';

describe('the checker of all that, when a process or a table goes wrong', () => {
  let stage: Stage;

  beforeEach(async () => {
    stage = await aStage((await startBroker()).brokers);
  });

  afterEach(() => stage.stop());

  it('sees that a row of a read model is not the source’s, and that an inbox row is another company’s', async () => {
    expect(await plantedOn(stage)).toEqual([]);
    const { target } = stage.owners;
    const first = 'select ctid from thing_view where note is not null limit 1';
    await target.query(`update thing_view set note = 'not so' where ctid = (${first})`);
    expect(await stage.violations()).toEqual([
      expect.stringMatching(/^read model: .* is missing$/),
      expect.stringMatching(/^read model: .* not so is too much$/),
    ]);
    await target.query('update inbox set tenant_id = $1 where event_id = (select event_id from inbox limit 1)', [
      randomUUID(),
    ]);
    expect(await stage.violations()).toContainEqual(expect.stringMatching(/^tenant of \S+ in the inbox$/));
  });

  it('sees that a process holds on to what it opened', async () => {
    await stage.aProcess(['relay', 'consumers'], { seed: 31, leaks: 40 });
    expect(await stage.violations()).toEqual([expect.stringContaining('held: ')]);
  });

  it('sees that more came again after a crash than the relay had in hand', async () => {
    const { brokers, topics } = stage.place;
    await stage.play(31, 60);
    const dying = await stage.aProcess(['relay'], { seed: 31, dies: 'after-send' });
    await stage.aProcess(['consumers'], { seed: 31 });
    await eventually('it is over', () => dying.metItsPoint());
    await stage.play(32, 40);
    expect(await stage.violations()).toEqual([]);
    const records = await recordsOn(brokers, [topics.fact, topics.state]);
    const times = Map.groupBy(records, ({ headers }) => headers['ce_id']);
    const bus = kafkaEventBus({ brokers, clientId: 'spec' });
    await bus.publish(
      [...times.values()].flatMap(([first, ...more]) => (first && more.length === 0 ? [asSent(first)] : [])),
    );
    await bus.close();
    expect(await stage.violations()).toEqual([expect.stringContaining('repeats: ')]);
  });

  it('sees that an inbox applies an event twice', async () => {
    await stage.owners.target.query(`
      create function forget() returns trigger language plpgsql security definer as $$
      begin delete from inbox where event_id = new.event_id; return null; end $$;
      create trigger forget after insert on inbox for each row execute function forget()`);
    await stage.play(31, 60);
    const running = await startHere(stage, ['relay', 'consumers']);
    expect(await stage.violations()).toEqual([]);
    const { brokers, topics } = stage.place;
    const bus = kafkaEventBus({ brokers, clientId: 'spec' });
    const [first] = await recordsOn(brokers, [topics.fact]);
    if (!first) throw new Error('Something was published');
    await bus.publish([asSent(first)]);
    await bus.close();
    const violations = await stage.violations({ repeats: 1 });
    await running.stop();
    expect(violations).toEqual([expect.stringContaining('effects of')]);
  });

  it('sees that a relay marks rows before it sends them, when it dies in between', async () => {
    await stage.play(31, 60);
    // Says that it has sent, so that the rows are marked, and ends before it has.
    const dying = await startHere(stage, ['relay'], () => ({ publish: () => Promise.resolve() }));
    await eventually('all is marked', async () => (await unpublished(stage.owners.source)).rows === 0);
    await dying.stop();
    const running = await startHere(stage, ['relay', 'consumers']);
    const violations = await stage.violations();
    await running.stop();
    expect(violations).toContainEqual(expect.stringContaining('committed, not published'));
  });

  it('sees that something of a command that failed is there all the same', async () => {
    const [changes] = commandsOf(31, 60).filter(({ fails, removes }) => fails && !removes);
    await stage.play(31, 60);
    await stage.owners.source.query('update thing set note = $1', [changes?.note]);
    const running = await startHere(stage, ['relay', 'consumers']);
    const violations = await stage.violations();
    await running.stop();
    expect(violations).toContain(`failed, yet it is there: ${changes?.note ?? ''}`);
  });
});
