import { commandsOf } from './commands.ts';
import type { Told } from './look.ts';
import type { Supervised } from './processes.ts';
import type { Acknowledged } from './thing.ts';

/** What a scenario knows that no table does. */
export const aNotebook = () => {
  const processes: Supervised[] = [];
  const acknowledged: Acknowledged[] = [];
  const refused = new Set<string>();
  return {
    processes,
    tell: (what: Acknowledged) => {
      acknowledged.push(what);
    },
    noteCommands: (seed: number, commands: number) => {
      for (const { fails, note } of commandsOf(seed, commands)) if (fails) refused.add(note);
    },
    told: (): Told => {
      const relays = processes.filter(({ parts }) => parts.includes('relay'));
      return {
        acknowledged: [...acknowledged, ...processes.flatMap((each) => each.acknowledged())],
        refused,
        relayDeaths: sum(relays.map(({ deaths }) => deaths())),
        inHand: sum(relays.flatMap(({ sends, deaths }) => sends().slice(0, deaths()).map(inHand))),
        largestSend: Math.max(0, ...relays.flatMap(({ sends }) => sends().flat())),
      };
    },
  };
};

export type Notebook = ReturnType<typeof aNotebook>;

/** While one send is under way the one before it is still being marked. */
const inHand = (sends: readonly number[]) => sum(sends.slice(-2));

const sum = (all: readonly number[]) => all.reduce((total, each) => total + each, 0);
