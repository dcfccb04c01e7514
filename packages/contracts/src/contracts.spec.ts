import { z } from 'zod';

import { ALL_CONTRACTS, ENVELOPE_FIELDS, isState } from './index.ts';

describe.each(ALL_CONTRACTS)('$type', (promise) => {
  const { type, topic, aggregate, owner, data, example } = promise;

  it('has an example that keeps the promise', () => {
    expect(data.parse(example)).toEqual(example);
  });

  it('is named after its service and aggregate, and found on that aggregate’s topic', () => {
    expect(type).toMatch(isState(promise) ? /^[a-z-]+\.[a-z-]+-state\.v\d+$/ : /^[a-z-]+\.[a-z-]+\.v\d+$/);
    expect(type.startsWith(`${owner}.`)).toBe(true);
    expect(topic).toBe(`crm.${owner}.${aggregate}.${isState(promise) ? 'state' : 'fact'}.v1`);
  });

  it('leaves the names of the envelope alone', () => {
    expect(Object.keys(data.shape).filter((name) => ENVELOPE_FIELDS.some((field) => field === name))).toEqual([]);
  });

  it('can be written as JSON Schema', () => {
    expect(z.toJSONSchema(data, { target: 'draft-2020-12' })).toMatchObject({ type: 'object' });
  });
});

it('names no type twice', () => {
  const types = ALL_CONTRACTS.map(({ type }) => type);
  expect(new Set(types).size).toBe(types.length);
});
