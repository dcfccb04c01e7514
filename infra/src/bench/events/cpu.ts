import { usageOf } from '../measure.ts';

type Seconds<Name extends string> = Readonly<Record<Name, number>>;

/** Processor time that each of these programs has taken so far, with all that descend from it. */
export const cpuOf = async <Name extends string>(pids: Readonly<Record<Name, number>>): Promise<Seconds<Name>> =>
  mapped(pids, await Promise.all(names(pids).map(async (name) => (await usageOf(pids[name])).cpuSeconds)));

/** Processor seconds for 10 000 of `many`. */
export const per10k = <Name extends string>(before: Seconds<Name>, after: Seconds<Name>, many: number): Seconds<Name> =>
  mapped(
    before,
    names(before).map((name) => ((after[name] - before[name]) / many) * 10_000),
  );

// An object literal of ours has no other keys than its type says.
const names = <Name extends string>(record: Readonly<Record<Name, number>>) => Object.keys(record) as Name[];

const mapped = <Name extends string>(record: Readonly<Record<Name, number>>, values: readonly number[]) =>
  // One value for each name, in the order of the names.
  Object.fromEntries(names(record).map((name, place) => [name, values[place] ?? 0])) as Record<Name, number>;
