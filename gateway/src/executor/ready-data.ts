/** Data of an answer that is JSON already: it looks like an object without fields until somebody reads it. */
class ReadyData {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** For whoever writes it without knowing what it is. */
  toJSON(): unknown {
    return JSON.parse(this.#text);
  }

  static textOf(data: ReadyData) {
    return data.#text;
  }
}

/** @apollo/server's type asks for an object of fields; what it does with one is to write it. */
export const readyData = (text: string) => new ReadyData(text) as unknown as Record<string, unknown>;

/** Writes an answer, whose data may be JSON already, as @apollo/server would. */
export const stringifyAnswer = (answer: object): string => {
  const members = Object.entries(answer).map(([name, value]: [string, unknown]) => {
    if (value === undefined) return [];
    const text = value instanceof ReadyData ? ReadyData.textOf(value) : JSON.stringify(value);
    return [`${JSON.stringify(name)}:${text}`];
  });
  return `{${members.flat().join()}}\n`;
};
