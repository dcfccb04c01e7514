import { buffer } from 'node:stream/consumers';

import { inPieces, isLarge } from './in-pieces.ts';

describe('bytes in pieces', () => {
  it.each([0, 1, 65_535, 65_536, 65_537, 300_000])('are the bytes: %i of them', async (length) => {
    const bytes = Buffer.from(Array.from({ length }, (_, at) => at % 251));
    expect((await buffer(inPieces(bytes))).equals(bytes)).toBe(true);
  });

  it('are handed out as they are taken, and no further', async () => {
    const bytes = Buffer.from('客户'.repeat(500_000));
    expect(isLarge(bytes)).toBe(true);
    const stream = inPieces(bytes);
    stream.read(0);
    await new Promise((resolve) => setImmediate(resolve));
    expect(stream.readableLength).toBeLessThan(bytes.length / 4);
    expect((await buffer(stream)).equals(bytes)).toBe(true);
  });
});
