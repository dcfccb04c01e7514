import { PUBLISHED_CONTRACTS } from '@crm/contracts';
import kafkajs, { type Admin } from 'kafkajs';

import { asyncApi } from '../../tools/events/asyncapi.ts';
import { suiteUnderTest } from '../support/config.ts';

describe('the AsyncAPI document', () => {
  const { channels } = asyncApi(PUBLISHED_CONTRACTS);
  const topics = Object.keys(channels);
  let admin: Admin;

  beforeAll(async () => {
    const kafka = new kafkajs.Kafka({ brokers: [...suiteUnderTest().brokers], logLevel: kafkajs.logLevel.NOTHING });
    admin = kafka.admin();
    await admin.connect();
  });
  afterAll(() => admin.disconnect());

  it('names every topic of the running suite, with its partitions', async () => {
    const live = (await admin.listTopics()).filter((topic) => topic.startsWith('crm.'));
    expect(live.sort()).toEqual(topics.toSorted());

    const { topics: known } = await admin.fetchTopicMetadata({ topics });
    const partitions = known.map(({ name, partitions: its }) => [name, its.length]);
    const promised = topics.map((topic) => [topic, channels[topic]?.bindings.kafka.partitions]);
    expect(Object.fromEntries(partitions)).toEqual(Object.fromEntries(promised));
  });

  it('says how long each topic keeps what is on it, as the broker has it', async () => {
    const promised = topics.map((topic) => {
      const settings = Object.entries(channels[topic]?.bindings.kafka.topicConfiguration ?? {});
      return [topic, Object.fromEntries(settings.map(([name, value]) => [name, String(value)]))] as const;
    });
    const { resources } = await admin.describeConfigs({
      includeSynonyms: false,
      resources: promised.map(([name, settings]) => ({
        type: kafkajs.ConfigResourceTypes.TOPIC,
        name,
        configNames: Object.keys(settings),
      })),
    });
    const live = resources.map(({ resourceName, configEntries }) => [
      resourceName,
      Object.fromEntries(configEntries.map(({ configName, configValue }) => [configName, configValue])),
    ]);
    expect(Object.fromEntries(live)).toEqual(Object.fromEntries(promised));
  });
});
