import type { SubgraphModel } from '../../../gateway/src/executor/fixtures/federation.builder.ts';

/** An operation and the answer that a single service with all the data would give. */
export type Case = {
  readonly title: string;
  readonly ask: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly data: unknown;
  /** Where errors are told of. */
  readonly errors?: readonly (readonly (string | number)[])[];
  /** Executors that answer otherwise: each is tried, so that none stands here longer than it has to. */
  readonly wrong?: readonly ('stock' | 'ours')[];
};
export type Suite = {
  readonly name: string;
  readonly subgraphs: readonly SubgraphModel[];
  readonly cases: readonly Case[];
};

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [
  "@external", "@inaccessible", "@interfaceObject", "@key", "@override", "@provides", "@requires", "@shareable", "@tag"])`;

export const subgraph = (name: string, sdl: string, resolvers: object = {}): SubgraphModel => ({
  name,
  sdl: `${LINK}\n${sdl}`,
  resolvers,
});

export type Row = Readonly<Record<string, unknown>>;

/** Finds the row that has what a reference says of one of these keys, and keeps what else the reference brings. */
export const by =
  (rows: readonly Row[], ...keys: readonly string[]) =>
  (reference: Row): Row | null => {
    const found = rows.find((row) => keys.some((key) => key in reference && same(row[key], reference[key])));
    return found ? { ...reference, ...found } : null;
  };

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** A type of entities that are found so. */
export const entity = (rows: readonly Row[], ...keys: readonly string[]) => ({ __resolveReference: by(rows, ...keys) });

/** An entity of which nothing is stored: it is what the reference says. */
export const known = { __resolveReference: (reference: Row) => reference };

export const failing = (message: string) => () => {
  throw new Error(message);
};
