import { createInspection, overrunOf } from './inspection.ts';
import { STANDARD_LIMITS } from './settings.ts';
import { isDeeperThan } from './variables-depth.ts';

describe('counting tokens', () => {
  it('lets in as many as are allowed and not one more', () => {
    const text = '{ a(x: "1") }';
    expect([overrunOf(text, 8), overrunOf(text, 7)]).toEqual([null, 'tokens']);
  });

  it('counts no comments, commas or blanks', () => {
    expect(overrunOf(`{ a,,,,, # ${'x '.repeat(1_000)}\n }`, 3)).toBeNull();
  });

  it('stops at the first token too many: what follows is not even read', () => {
    const unreadable = '"never closed';
    expect(overrunOf(`{ a b ${unreadable}`, 2)).toBe('tokens');
    expect(overrunOf(`{ a b ${unreadable}`, 3)).toBeNull();
  });

  it('leaves what is no GraphQL to whoever can say why', () => {
    expect(overrunOf('{ a ^ }', 100)).toBeNull();
  });
});

describe('inspecting a document', () => {
  it('knows again what it was told to remember, and nothing else', () => {
    const { inspect, remember } = createInspection(STANDARD_LIMITS);
    const [first, second] = [inspect('{ a }'), inspect('{ a }')];
    if (!second.ok || !second.value) throw new Error('refused');
    remember(second.value);
    expect(first).not.toEqual(second);
    expect(inspect('{ a }')).toEqual(second);
  });

  it('gives no document for a text that does not parse', () => {
    expect(createInspection(STANDARD_LIMITS).inspect('{ a')).toEqual({ ok: true, value: null });
  });

  it.each([
    ['fields', '{a'.repeat(9_000) + '}'.repeat(9_000)],
    ['lists', `{ a(x: ${'['.repeat(9_000)}${']'.repeat(9_000)}) }`],
    ['objects', `{ a(x: ${'{x:'.repeat(6_000)}1${'}'.repeat(6_000)}) }`],
    ['types', `query ($x: ${'['.repeat(9_000)}Int${']'.repeat(9_000)}) { a }`],
  ])('refuses thousands of %s inside each other, even where no depth is set', (_, text) => {
    const { inspect } = createInspection({ ...STANDARD_LIMITS, tokens: 20_000, depth: Infinity });
    expect(inspect(text)).toMatchObject({ ok: false, refusal: { code: 'TOO_DEEP', details: { limit: 200 } } });
  });

  it('bears all the fields that the tokens allow', () => {
    const { inspect } = createInspection({ ...STANDARD_LIMITS, tokens: 20_000 });
    const text = `{ ${Array.from({ length: 150 }, (_, n) => `f${String(n)} { a`).join(' ')} ${'}'.repeat(150)} }`;
    expect(inspect(text)).toMatchObject({
      ok: false,
      refusal: { code: 'TOO_DEEP', details: { limit: 15, actual: 151 } },
    });
  });
});

describe('the depth of variables', () => {
  const nested = (levels: number): unknown => JSON.parse(`${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`);

  it('is that of objects and lists', () => {
    expect([isDeeperThan(3, nested(3)), isDeeperThan(2, nested(3))]).toEqual([false, true]);
    expect([isDeeperThan(2, { a: [1, 2] }), isDeeperThan(1, { a: [1, 2] })]).toEqual([false, true]);
    expect(isDeeperThan(1, undefined)).toBe(false);
  });

  it('is looked at no further than allowed', () => {
    expect(isDeeperThan(32, nested(100_000))).toBe(true);
  });
});
