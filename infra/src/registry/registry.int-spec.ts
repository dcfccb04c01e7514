import { PUBLISHED_CONTRACTS, contract, customerStateV1, exampleValueOf } from '@crm/contracts';
import { z } from 'zod';

import { type SchemaRegistry, startRegistry } from './registry.ts';
import { subjectName, subjectsOf } from './subjects.ts';

describe('the schema registry, to a Confluent client', () => {
  let registry: SchemaRegistry;
  beforeAll(async () => {
    registry = await startRegistry();
  });
  afterAll(() => registry.stop());

  const get = async (path: string, method = 'GET') => {
    const response = await fetch(`${registry.url}${path}`, { method });
    expect(response.headers.get('content-type')).toBe('application/vnd.schemaregistry.v1+json');
    // A spec says what it expects of it.
    return { status: response.status, body: (await response.json()) as Readonly<Record<string, unknown>> };
  };

  it('has a subject for every event there is', async () => {
    const { body } = await get('/subjects');
    expect(body).toEqual(PUBLISHED_CONTRACTS.map(subjectName).sort());
  });

  it('gives a schema by subject and version, by latest, and by its id', async () => {
    const subject = '/subjects/crm.customer.customer.state.v1-value';
    // As many as were released, counted from 1. An answer of ours.
    const versions = (await get(`${subject}/versions`)).body as unknown as readonly number[];
    expect(versions).toEqual(versions.map((_, place) => place + 1));
    const { body: latest } = await get(`${subject}/versions/latest`);

    expect(await get(`${subject}/versions/${String(versions.length)}`)).toEqual({ status: 200, body: latest });
    const byId = await get(`/schemas/ids/${String(latest['id'])}`);
    expect(byId.body).toEqual({ schemaType: 'JSON', schema: latest['schema'] });
    expect((await get(`/schemas/ids/${String(latest['id'])}/versions`)).body).toEqual([
      { subject: 'crm.customer.customer.state.v1-value', version: versions.length },
    ]);
  });

  it('describes the whole value, as it is on the topic', async () => {
    const { body } = await get('/subjects/crm.customer.customer.state.v1-value/versions/latest');
    // The registry gives JSON Schema, as text.
    const schema = z.fromJSONSchema(JSON.parse(String(body['schema'])) as Parameters<typeof z.fromJSONSchema>[0]);

    expect(schema.safeParse(exampleValueOf(customerStateV1)).success).toBe(true);
    expect(schema.safeParse(customerStateV1.example).success).toBe(false);
  });

  it('says how schemas may change, and that they do not change here', async () => {
    expect((await get('/config')).body).toEqual({ compatibilityLevel: 'FULL_TRANSITIVE' });
    expect((await get('/mode')).body).toEqual({ mode: 'READONLY' });
    expect(await get('/subjects/x-value/versions', 'POST')).toMatchObject({ status: 422, body: { error_code: 42205 } });
  });

  it('says what is not there in the words that clients know', async () => {
    const subject = '/subjects/crm.customer.customer.state.v1-value';
    expect(await get('/subjects/nobody-value/versions')).toMatchObject({ status: 404, body: { error_code: 40401 } });
    expect(await get(`${subject}/versions/99`)).toMatchObject({ status: 404, body: { error_code: 40402 } });
    expect(await get(`${subject}/versions/first`)).toMatchObject({ status: 422, body: { error_code: 42202 } });
    expect(await get('/schemas/ids/1')).toMatchObject({ status: 404, body: { error_code: 40403 } });
    expect(await get('/%')).toMatchObject({ status: 400 });
  });

  it('keeps the id of a schema whatever comes after it', () => {
    const before = contract({ ...customerStateV1, data: z.object({ id: z.uuid() }) });
    const after = contract({ ...before, data: z.object({ id: z.uuid(), note: z.string().optional() }) });
    const released = [
      { type: before.type, topic: before.topic, versions: [{ schema: z.toJSONSchema(before.data, { io: 'input' }) }] },
    ];

    const [first] = subjectsOf([before], []);
    const [second] = subjectsOf([after], released);
    expect(second?.schemas).toHaveLength(2);
    expect(second?.schemas[0]).toEqual(first?.schemas[0]);
  });
});
