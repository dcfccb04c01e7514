export type Say = {
  /** What has been done, with the time it took. */
  readonly done: (what: string, sinceMs: number) => void;
  /** What somebody should know. */
  readonly note: (what: string) => void;
  /** Said even to those who asked for quiet. */
  readonly always: (what: string) => void;
};

const write = (line: string) => {
  process.stdout.write(`${line}\n`);
};

/** How the suite talks to its user. */
export const sayTo = (quiet: boolean): Say => ({
  done: (what, sinceMs) => {
    if (!quiet) write(`  ✓ ${what} (${((Date.now() - sinceMs) / 1_000).toFixed(1)} s)`);
  },
  note: (what) => {
    if (!quiet) write(`  · ${what}`);
  },
  always: write,
});
