import type { Consumers } from '../consumer/consumers.ts';
import { aContract, aDatabase, aTenant, aThing, changing, type TestDatabase } from '../stack.builder.ts';
import { eventOperations } from './event-operations.ts';

const never = () => Promise.reject(new Error('nobody asks for it'));

/** Consumers of which only the broker is asked. */
const hearing = (lag: Consumers['lag']): Consumers => ({ lag, redrive: never, replay: never, stop: never });

describe('how far behind a service is', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await aDatabase();
    await changing(database, aContract())(aTenant(), aThing());
  });
  afterAll(() => database.stop());

  const lagWith = (consumers: Consumers | undefined) =>
    eventOperations({ dataSource: database.dataSource, consumers: () => consumers }).lag();

  it('is what the database and the broker say', async () => {
    const partitions = [{ topic: 'a', partition: 0, lag: 4 }];
    expect(await lagWith(hearing(() => Promise.resolve(partitions)))).toMatchObject({
      outbox: { rows: 1 },
      partitions,
    });
  });

  it.each([
    ['refuses', () => Promise.reject(new Error('ECONNREFUSED'))],
    ['does not answer', () => new Promise<never>(() => undefined)],
  ])(
    'says what waits in the outbox when the broker %s, and that it is not known what is left to read',
    async (_, lag) => {
      expect(await lagWith(hearing(lag))).toMatchObject({
        outbox: { rows: 1 },
        partitions: null,
        parked: { events: 0 },
      });
    },
  );

  it('does not ask a broker again that has not answered yet', async () => {
    const lag = jest.fn(() => new Promise<never>(() => undefined));
    const operations = eventOperations({ dataSource: database.dataSource, consumers: () => hearing(lag) });
    await Promise.all([operations.lag(), operations.lag()]);
    expect(lag).toHaveBeenCalledTimes(1);
  });
});
