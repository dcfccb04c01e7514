/** Takes the bytes of a whole answer, for who asked for them. */
export type TakeAnswer = (bytes: Buffer) => void;

/** Data of an answer that is JSON already: it looks like an object without fields until somebody reads it. */
class ReadyData {
  readonly #bytes: Buffer;
  readonly #take: TakeAnswer | undefined;

  constructor(bytes: Buffer, take: TakeAnswer | undefined) {
    this.#bytes = bytes;
    this.#take = take;
  }

  /** For whoever writes it without knowing what it is. */
  toJSON(): unknown {
    return JSON.parse(this.#bytes.toString());
  }

  static bytesOf(data: ReadyData) {
    return data.#bytes;
  }

  static takerOf(data: ReadyData) {
    return data.#take;
  }
}

/**
 * @apollo/server's type asks for an object of fields; what it does with one is to write it.
 * @param take gets the answer that the data turn out to be in: @apollo/server has but an empty text of it then.
 */
export const readyData = (bytes: Buffer, take?: TakeAnswer) =>
  new ReadyData(bytes, take) as unknown as Record<string, unknown>;

/** What @apollo/server has of an answer whose bytes somebody took. */
export const TAKEN = '';

/** Writes an answer, whose data may be JSON already, as @apollo/server would. */
export const stringifyAnswer = (answer: object): string => {
  const members: [string, unknown][] = Object.entries(answer);
  const pieces: (string | Buffer)[] = [];
  let take: TakeAnswer | undefined;
  for (const [name, value] of members) {
    if (value === undefined) continue;
    pieces.push(`${pieces.length > 0 ? ',' : '{'}${JSON.stringify(name)}:`);
    if (value instanceof ReadyData) take = ReadyData.takerOf(value);
    pieces.push(value instanceof ReadyData ? ReadyData.bytesOf(value) : JSON.stringify(value));
  }
  pieces.push(pieces.length > 0 ? '}\n' : '{}\n');
  if (!take) return pieces.map(String).join('');
  take(Buffer.concat(pieces.map((each) => (typeof each === 'string' ? Buffer.from(each) : each))));
  return TAKEN;
};
