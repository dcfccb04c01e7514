import { effects, readModel, tenants } from './effect-checks.ts';
import { type Excused, look, type Owners, type Told } from './look.ts';
import type { Place } from './parts.ts';
import { untilQuiet } from './quiet.ts';
import { acknowledged, contracts, ladders, published, repeats, stateIsTrue } from './topic-checks.ts';

/**
 * Waits until the scenario is quiet, then looks whether anything is not as promised: what was committed is on the
 * topics and nothing else, in order, as the contract says and hardly ever twice; what users were told is true; effects
 * happened once and in order; the read model and a table of the state topic are the source, row by row; nothing is
 * stuck; nothing changed its tenant. Says what is wrong; nothing when all is well.
 */
export const violationsOn = async (place: Place, owners: Owners, told: Told, excused: Excused): Promise<string[]> => {
  const restless = await untilQuiet(place, owners, excused.patienceMs ?? 30_000);
  const seen = await look(place, owners, told, excused);
  return [
    ...restless,
    ...[published, acknowledged, ladders, stateIsTrue, repeats, contracts, effects, readModel, tenants].flatMap(
      (check) => check(seen),
    ),
    ...(seen.parked.length === (excused.parked ?? 0) ? [] : [`parked: ${String(seen.parked.length)} events`]),
  ];
};
