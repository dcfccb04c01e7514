import type { EventBus } from '@crm/messaging';

import type { Excused } from './look.ts';
import { type Part, startParts } from './parts.ts';
import type { Stage } from './stage.ts';

/** What a spec puts between the relay and the bus. */
export type PlantedBus = (bus: EventBus) => Pick<EventBus, 'publish'>;

/** Parts of a service in this process, where a spec can spoil them. */
export const startHere = ({ place }: Stage, parts: readonly Part[], relayBus?: PlantedBus) =>
  startParts(
    { place, parts, seed: 31, commands: 0, die: null },
    {
      onFatal: (cause) => {
        throw cause;
      },
      ...(relayBus && { relayBus }),
    },
  );

/** What the checker says of a relay that sends as the spec would have it. */
export const plantedOn = async (stage: Stage, relayBus?: PlantedBus, excused?: Excused) => {
  await stage.play(31, 60);
  const running = await startHere(stage, ['relay', 'consumers'], relayBus);
  const violations = await stage.violations(excused);
  await running.stop();
  return violations;
};
