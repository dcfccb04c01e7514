import { Readable } from 'node:stream';

/** Characters of a piece: little enough that nobody waits for it, enough that the pieces cost nothing. */
const PIECE = 65_536;
/** Below this an answer is sent as one. */
const LARGE = 4 * PIECE;

export const isLarge = (text: string) => text.length > LARGE;

/**
 * A text as a stream of UTF-8, made piece by piece as the client takes it: for one that is slow, no bytes lie about beside
 * the text itself.
 */
export const inPieces = (text: string): Readable => Readable.from(piecesOf(text), { objectMode: false });

/** The bytes of a text in order; a character of two units is never cut. */
export function* piecesOf(text: string, most = PIECE): Generator<Buffer> {
  for (let at = 0; at < text.length;) {
    const end = endOfPiece(text, at + most);
    yield Buffer.from(text.slice(at, end));
    at = end;
  }
}

const endOfPiece = (text: string, end: number) => {
  const isCut = isLead(text.charCodeAt(end - 1)) && isTrail(text.charCodeAt(end));
  return isCut ? end + 1 : end;
};

const isLead = (unit: number) => unit >= 0xd800 && unit < 0xdc00;
const isTrail = (unit: number) => unit >= 0xdc00 && unit < 0xe000;
