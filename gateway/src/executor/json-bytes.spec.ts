import { array, assert, constant, constantFrom, integer, oneof, property, record, string } from 'fast-check';

import { JsonBytes } from './json-bytes.ts';

/** Any units: halves of characters, signs that JSON escapes, and letters of every length in UTF-8 among them. */
const unit = oneof(
  integer({ min: 0, max: 0xffff }),
  integer({ min: 0, max: 0x7f }),
  constantFrom(0x22, 0x5c, 0xd83d, 0xde00),
);
const anyText = oneof(
  array(unit, { maxLength: 100 }).map((units) => String.fromCharCode(...units)),
  string({ maxLength: 100 }),
);

const written = (write: (out: JsonBytes) => void) => {
  const out = new JsonBytes();
  write(out);
  return out.taken();
};

describe('JSON in bytes', () => {
  it('is what JSON.stringify makes of a text, in UTF-8', () => {
    const law = property(anyText, (text) => {
      expect(
        written((out) => {
          out.text(text);
        }).equals(Buffer.from(JSON.stringify(text))),
      ).toBe(true);
    });
    assert(law, { numRuns: 2_000 });
  });

  it('is what JSON.stringify makes of a number of 32 bits', () => {
    const borders = constantFrom(0, -0, 9, 10, 99, 100, 999_999_999, 1_000_000_000, 2 ** 31 - 1, -(2 ** 31));
    const law = property(oneof(borders, integer(), integer({ min: -20, max: 20_000 })), (value) => {
      expect(
        written((out) => {
          out.integer(value);
        }).toString(),
      ).toBe(JSON.stringify(value));
    });
    assert(law, { numRuns: 2_000 });
  });

  it('is all that was written and not taken back, however much that is', () => {
    const step = oneof(
      record({ kind: constant('text' as const), text: anyText, times: integer({ min: 1, max: 2_000 }) }),
      record({ kind: constant('back' as const), part: integer({ min: 0, max: 100 }) }),
      record({
        kind: constant('again' as const),
        from: integer({ min: 0, max: 100 }),
        to: integer({ min: 0, max: 100 }),
      }),
    );
    // One for all answers, as it is used: what an answer leaves must not be in the next.
    const out = new JsonBytes();
    const law = property(array(step, { maxLength: 12 }), (steps) => {
      let expected = Buffer.alloc(0);
      for (const each of steps) {
        const at = (part: number) => Math.floor((expected.length * part) / 100);
        if (each.kind === 'text') {
          for (let time = 0; time < each.times; time++) out.text(each.text);
          expected = Buffer.concat([expected, Buffer.from(JSON.stringify(each.text).repeat(each.times))]);
        } else if (each.kind === 'back') {
          expected = expected.subarray(0, at(each.part));
          out.at = expected.length;
        } else {
          const [from, to] = [Math.min(at(each.from), at(each.to)), Math.max(at(each.from), at(each.to))];
          out.again(from, to);
          expected = Buffer.concat([expected, expected.subarray(from, to)]);
        }
      }
      expect(out.taken().equals(expected)).toBe(true);
    });
    assert(law, { numRuns: 300 });
  });

  it('stays as it is while the next answer is written', () => {
    const [few, many] = ['a', 'b'.repeat(3_000_000)];
    const out = new JsonBytes();
    const answers = [few, many, few, 'c'].map((text) => {
      out.text(text);
      return out.taken();
    });
    expect(answers.map(String)).toEqual([few, many, few, 'c'].map((text) => JSON.stringify(text)));
  });

  it('never takes more memory than a text could', () => {
    const out = new JsonBytes(100_000);
    out.text('a'.repeat(99_998));
    expect(() => {
      out.sign(0x7b);
    }).toThrow(RangeError);
    out.text('b');
    expect(out.taken().toString()).toBe('"b"');
  });
});
