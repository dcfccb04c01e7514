/** What a client program is told: where the gateway is, who asks, and what tools made for it. */
export type Task = {
  readonly url: string;
  readonly token: string;
  /** The folder of what was generated for the client. */
  readonly folder: string;
  /** A name that nobody else's records have. */
  readonly name: string;
  /** Makes the names of operations, and so their hashes, this run's own; empty for those that are registered. */
  readonly suffix: string;
};

/** The task of this program, from its only argument. */
// The spec that starts it wrote it.
export const task = JSON.parse(process.argv[2] ?? '{}') as Task;

export const headers = { authorization: `Bearer ${task.token}` };

/** Ends the program with what it found out. */
export const report = (found: unknown) => {
  process.stdout.write(`${JSON.stringify(found)}\n`, () => process.exit(0));
};
