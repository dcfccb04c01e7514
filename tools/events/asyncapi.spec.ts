import { PUBLISHED_CONTRACTS, customerStateV1 } from '@crm/contracts';
import specs from '@asyncapi/specs';
import Ajv from 'ajv';

import { asyncApi } from './asyncapi.ts';

describe('the AsyncAPI document of all events', () => {
  const document = asyncApi(PUBLISHED_CONTRACTS);

  it('keeps the standard, in every part', () => {
    const ajv = new Ajv({ schemaId: 'auto', unknownFormats: 'ignore', logger: false });
    const isValid = ajv.compile(specs.schemasWithoutId['3.0.0']);
    isValid(document);
    expect(isValid.errors).toBeNull();
    expect(isValid({ ...document, channels: { x: { address: 5 } } })).toBe(false);
  });

  it('has every event, with its topic, key, retention and an example that keeps its schema', () => {
    expect(Object.keys(document.components.messages)).toEqual(PUBLISHED_CONTRACTS.map(({ type }) => type).sort());
    const channel = document.channels[customerStateV1.topic];
    expect(channel?.bindings.kafka).toMatchObject({ topicConfiguration: { 'cleanup.policy': ['compact'] } });

    const ajv = new Ajv({ unknownFormats: 'ignore' }).addSchema(document.components.schemas.Envelope, 'envelope');
    for (const { payload, examples } of Object.values(document.components.messages)) {
      const schema = { allOf: [{ $ref: 'envelope' }, ...payload.allOf.slice(1)] };
      expect(examples.map((each) => ajv.validate(schema, each.payload))).toEqual([true]);
    }
  });

  it('refers to nothing that is not there', () => {
    const references = JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g);
    for (const [, path = ''] of references) {
      const target = path.split('/').reduce<unknown>((at, name) => Reflect.get(Object(at) as object, name), document);
      expect([path, target]).not.toContain(undefined);
    }
  });
});
