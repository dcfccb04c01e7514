import type { Connection, Submittable } from 'pg';

/** What node-postgres tells a query that copies; the parts that are used here. */
type CopyData = { readonly chunk: Buffer };

/**
 * A `COPY … TO STDOUT` for node-postgres, which has none: hands over each message, that is each row, as it comes. The
 * bytes are good only during the call. `done` settles when the connection is free again.
 */
export class CopyOut implements Submittable {
  readonly done: Promise<void>;
  private readonly text: string;
  private readonly onData: (bytes: Buffer) => void;
  private failure: unknown = null;
  private settle: (failure: unknown) => void = () => undefined;

  constructor(text: string, onData: (bytes: Buffer) => void) {
    this.text = text;
    this.onData = onData;
    this.done = new Promise((resolve, reject) => {
      this.settle = (failure) => {
        if (failure === null) resolve();
        else reject(failure instanceof Error ? failure : new Error('The copy failed', { cause: failure }));
      };
    });
  }

  submit(connection: Connection) {
    connection.query(this.text);
  }

  handleCopyData({ chunk }: CopyData) {
    if (this.failure !== null) return;
    try {
      this.onData(chunk);
    } catch (cause) {
      // It must not reach the connection's parser; the rest of the copy is left unread.
      this.failure = cause;
    }
  }

  handleRowDescription() {
    // A copy has none, but node-postgres wants to be able to say so.
  }

  handleCommandComplete() {
    // ReadyForQuery follows.
  }

  handleError(cause: unknown) {
    this.settle(cause);
  }

  handleReadyForQuery() {
    this.settle(this.failure);
  }
}
