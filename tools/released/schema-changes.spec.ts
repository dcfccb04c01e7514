import { z } from 'zod';

import { incompatibilities } from './schema-changes.ts';

const shape = (data: z.ZodType) => z.toJSONSchema(data, { io: 'input' });
const changes = (before: z.ZodType, after: z.ZodType) => incompatibilities(shape(before), shape(after));

describe('an event that changed since it was released', () => {
  const released = z.object({ name: z.string(), size: z.enum(['SMALL', 'LARGE']), note: z.string().optional(), share: z.number(), at: z.iso.datetime(), lines: z.array(z.string()) });

  it.each([
    ['get an optional field', released.extend({ tag: z.string().optional() })],
    ['get an optional object', released.extend({ place: z.object({ city: z.string() }).optional() })],
    ['get an optional list', released.extend({ tags: z.array(z.string()).optional() })],
    ['lose an optional field', released.omit({ note: true })],
    ['be described in better words', released.extend({ name: z.string().describe('As registered.') })],
    ['get a title', released.extend({ name: z.string().meta({ title: 'Name' }) })],
    ['call a field outdated', released.extend({ note: z.string().optional().meta({ deprecated: true }) })],
    ['have its fields in another order', z.object(Object.fromEntries(Object.entries(released.shape).reverse()))],
  ])('may %s', (_, now) => {
    expect(changes(released, now)).toEqual([]);
  });

  it.each([
    ['lose a promised field', released.omit({ name: true }), 'data.name was promised and is gone'],
    [
      'demand a field that older events do not have',
      released.extend({ tag: z.string() }),
      'data.tag is new and required: older events do not have it',
    ],
    ['take back a promise', released.extend({ name: z.string().optional() }), 'data.name became optional'],
    ['demand what was optional', released.extend({ note: z.string() }), 'data.note became required'],
    ['change a type', released.extend({ name: z.number() }), 'data.name: `type` was "string" and is "number"'],
    ['accept less', released.extend({ name: z.string().max(5) }), 'data.name: `maxLength` was absent and is 5'],
    ['lose a value', released.extend({ size: z.enum(['SMALL']) }), 'data.size lost the value LARGE'],
    [
      'surprise its readers with a value',
      released.extend({ size: z.enum(['SMALL', 'LARGE', 'HUGE']) }),
      'data.size got the value HUGE, which older readers do not know',
    ],
    ['promise less than always', released.extend({ name: z.string().nullable() }), 'data.name: `type` was "string" and is ["string","null"]'],
    ['take a number for whole', released.extend({ share: z.int() }), 'data.share: `type` was "number" and is "integer"'],
    ['write a time in another way', released.extend({ at: z.iso.date() }), 'data.at: `format` was "date-time" and is "date"'],
    ['change what is in its lists', released.extend({ lines: z.array(z.number()) }), 'data.lines[]: `type` was "string" and is "number"'],
  ])('may not %s', (_, now, complaint) => {
    expect(changes(released, now)).toContain(complaint);
  });

  it('may get a value where its readers were told to expect new ones', () => {
    const growing = (values: [string, ...string[]]) => z.object({ size: z.enum(values).meta({ 'x-grows': true }) });
    expect(changes(growing(['SMALL']), growing(['SMALL', 'LARGE']))).toEqual([]);
  });

  it('is compared inside lists, objects and choices as well', () => {
    const nested = (inner: z.ZodType) => z.object({ lines: z.array(z.object({ price: z.union([inner, z.object({})]) })) });
    expect(changes(nested(z.string()), nested(z.number()))).toEqual([
      'data.lines[].price: `type` was "string" and is "number"',
    ]);
  });
});
