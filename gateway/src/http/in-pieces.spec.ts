import { text as textOf } from 'node:stream/consumers';

import { array, assert, constantFrom, integer, oneof, property } from 'fast-check';

import { inPieces, isLarge, piecesOf } from './in-pieces.ts';

describe('a text in pieces', () => {
  it('is the text, whatever its characters and wherever it is cut', () => {
    // Any units, halves of characters among them.
    const unit = oneof(integer({ min: 0, max: 0xffff }), constantFrom(0x41, 0x5ba2, 0xd83d, 0xde00));
    const units = array(unit, { maxLength: 60 });
    const law = property(units, integer({ min: 1, max: 9 }), (each, most) => {
      const text = String.fromCharCode(...each);
      const pieces = [...piecesOf(text, most)];
      expect(Buffer.concat(pieces)).toEqual(Buffer.from(text));
      expect(pieces.every((each) => each.length > 0 && each.length <= (most + 1) * 3)).toBe(true);
    });
    assert(law, { numRuns: 500 });
  });

  it('is made as it is taken, and no further', async () => {
    const text = '客户'.repeat(500_000);
    expect(isLarge(text)).toBe(true);
    const stream = inPieces(text);
    stream.read(0);
    await new Promise((resolve) => setImmediate(resolve));
    expect(stream.readableLength).toBeLessThan(Buffer.byteLength(text) / 4);
    expect((await textOf(stream)) === text).toBe(true);
  });
});
