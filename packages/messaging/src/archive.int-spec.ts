import { replayArchive } from './replay.ts';
import { aDatabase, type TestDatabase } from './stack.builder.ts';

describe('the archive of a service', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await aDatabase();
  });
  afterEach(() => database.stop());

  /** So many facts, with the rows that came with them. */
  const published = async (many: number) => {
    await database.asOwner(
      `
      insert into outbox (lane, event_id, tenant_id, topic, type, aggregate_type, aggregate_id, aggregate_version,
                          occurred_at, actor, correlation_id, payload)
      select 0, gen_random_uuid(), gen_random_uuid(), 'crm.spec.thing.' || kind || '.v1', 'spec', 'thing',
             gen_random_uuid(), 1, now(), 'ann', 'request-1', '{}'
        from generate_series(1, $1) n, unnest(array['fact', 'state', 'state-redacted']) kind`,
      [many],
    );
    await database.asOwner('delete from outbox_pending');
  };

  it('finds an erased person’s rows by index, however many weeks it holds', async () => {
    await published(7_000);
    await database.asOwner('analyze outbox');
    const plan = await database.asOwner<{ 'QUERY PLAN': string }>(
      `explain update outbox set payload = null
        where aggregate_id = gen_random_uuid() and payload is not null and topic like '%.state.%'`,
    );
    const text = plan.map((row) => row['QUERY PLAN']).join('\n');
    const [today] = await database.asOwner<{ part: string }>(
      'select tableoid::regclass::text as part from outbox limit 1',
    );
    expect(text).toContain(`Index Scan on ${String(today?.part)}_aggregate_id_idx`);
  });

  it('never plays a state again, redacted or not: an old row must not become the latest', async () => {
    await published(3);
    const topics: string[] = [];
    const bus = {
      publish: (records: readonly { readonly topic: string }[]) =>
        Promise.resolve(void topics.push(...records.map(({ topic }) => topic))),
    };
    const { dataSource } = database;
    expect(await replayArchive({ bus, dataSource, service: 'spec', replayId: 'replay-1' })).toEqual({ records: 3 });
    expect(new Set(topics)).toEqual(new Set(['crm.spec.thing.fact.v1']));
  });
});
