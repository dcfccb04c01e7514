import type { KafkaRecord } from '../event-bus.ts';
import { upgradeOutboxSql } from '../messaging.sql.ts';
import { aContract, aDatabase, aTenant, aThing, changing, eventually, type TestDatabase } from '../stack.builder.ts';
import { type Relay, startRelay } from './relay.ts';

/** As the outbox was when published rows were marked in it. */
const AS_BEFORE = `
  alter table outbox add column published_at timestamptz;
  create index outbox_unpublished on outbox (lane, id) where published_at is null;
`;

describe('an outbox whose published rows are marked in it', () => {
  let database: TestDatabase;
  let relay: Relay | null = null;

  beforeEach(async () => {
    database = await aDatabase();
  });

  afterEach(async () => {
    await relay?.stop();
    await database.stop();
  });

  it('is brought up to date without a row lost or sent again, and twice does no harm', async () => {
    await database.asOwner(AS_BEFORE);
    const change = changing(database, aContract());
    const [tenant, published, waiting] = [aTenant(), aThing(), aThing()];
    await change(tenant, published);
    await database.asOwner('update outbox set published_at = clock_timestamp()');
    await change(tenant, waiting);
    await database.asOwner('delete from outbox_pending');

    await database.asOwner(upgradeOutboxSql);
    await database.asOwner(upgradeOutboxSql);
    await change(tenant, waiting);
    const sent: KafkaRecord[] = [];
    const publish = (records: readonly KafkaRecord[]) => Promise.resolve(void sent.push(...records));
    relay = await startRelay({ databaseUrl: database.appUrl, bus: { publish }, service: 'spec', onFatal: fail });
    await eventually(
      'all is published',
      async () => (await database.asOwner('select from outbox_pending')).length === 0,
    );

    expect(sent.map(({ key, headers }) => [key, headers['ce_aggregateversion']])).toEqual([
      [waiting, '1'],
      [waiting, '2'],
    ]);
  });
});

const fail = (cause: Error) => {
  throw cause;
};
