import { Readable } from 'node:stream';

/** Bytes of a piece: little enough that a client that is slow is seen to take some, enough that the pieces cost nothing. */
const PIECE = 65_536;
/** Below this an answer is sent as one. */
const LARGE = 4 * PIECE;

export const isLarge = (bytes: Buffer) => bytes.length > LARGE;

/** Bytes as a stream that hands them out as the client takes them. */
export const inPieces = (bytes: Buffer): Readable => Readable.from(piecesOf(bytes), { objectMode: false });

function* piecesOf(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}
