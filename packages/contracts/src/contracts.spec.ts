import { z } from 'zod';

import { type Contract, ENVELOPE_FIELDS, PUBLISHED_CONTRACTS, isState } from './index.ts';

const KIND_OF_STATE = 'state(-redacted)?';

describe.each<Contract>(PUBLISHED_CONTRACTS)('$type', (promise) => {
  const { type, topic, aggregate, owner, data, example, goesWith } = promise;

  it('has an example that keeps the promise', () => {
    expect(data.parse(example)).toEqual(example);
  });

  it('is named after its service and aggregate, and found on that aggregate’s topic', () => {
    expect(type).toMatch(isState(promise) ? /^[a-z-]+\.[a-z-]+-state(-redacted)?\.v\d+$/ : /^[a-z-]+\.[a-z-]+\.v\d+$/);
    expect(type.startsWith(`${owner}.`)).toBe(true);
    expect(topic).toMatch(
      new RegExp(`^crm\\.${owner}\\.${aggregate}\\.${isState(promise) ? KIND_OF_STATE : 'fact'}\\.v1$`),
    );
  });

  it('leaves the names of the envelope alone', () => {
    expect(Object.keys(data.shape).filter((name) => ENVELOPE_FIELDS.some((field) => field === name))).toEqual([]);
  });

  it('says by a field of its own with whom its personal values go', () => {
    if (goesWith !== undefined) expect(Object.keys(data.shape)).toContain(goesWith);
  });

  it('can be written as JSON Schema', () => {
    expect(z.toJSONSchema(data, { target: 'draft-2020-12' })).toMatchObject({ type: 'object' });
  });
});

it('names no type twice', () => {
  const types = PUBLISHED_CONTRACTS.map(({ type }) => type);
  expect(new Set(types).size).toBe(types.length);
});
