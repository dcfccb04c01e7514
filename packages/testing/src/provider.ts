/** Something the harness started: where it is (a superuser's URL, a comma list of brokers), and how to end it. */
export type Provided = { readonly address: string; readonly stop: () => Promise<void> };

/** A broker that a spec may break. */
export type OwnBroker = {
  readonly brokers: readonly string[];
  readonly stop: () => Promise<void>;
  /** Ends it at once, as a power cut would end its process. */
  readonly kill: () => Promise<void>;
  /** Starts it again at the same address, with what it had kept. */
  readonly restart: () => Promise<void>;
  /** Resolves when its process has ended, however it did. */
  readonly exited: () => Promise<void>;
  /** Stops it in mid-step, connections open and silent, until `thaw`. */
  readonly freeze: () => Promise<void>;
  readonly thaw: () => Promise<void>;
};

/** A database server that a spec may break. */
export type OwnPostgres = {
  /** A superuser's. */
  readonly url: string;
  /** Ends it at once, and every session with it: what was not written yet is recovered from the log, or was never promised. */
  readonly crash: () => Promise<void>;
  /** Starts it again at the same address, with what it had kept. */
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** Where specs get servers from. `folder` is thrown away after the run. */
export type Provider = {
  readonly postgres: (folder: string) => Promise<Provided>;
  readonly broker: (folder: string) => Promise<Provided>;
  readonly ownPostgres: () => Promise<OwnPostgres>;
  /** `disk`: a folder for its data; only where programs of this machine are used. */
  readonly ownBroker: (disk?: string) => Promise<OwnBroker>;
};
