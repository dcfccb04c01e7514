import { type DemoPerson, firstPeople } from './people.ts';

export * from './people.ts';

export type DemoContext = {
  /** The gateway's GraphQL address. */
  readonly gateway: string;
  /** A fresh access token for a person. */
  readonly tokenFor: (person: DemoPerson) => Promise<string>;
  readonly say: (what: string) => void;
};

/**
 * Fills an empty suite through its own commands; called once per data folder. Gives the people that sample tokens are
 * made for from then on.
 */
export const seedDemo = (context: DemoContext): Promise<readonly DemoPerson[]> => {
  context.say('no demo data yet');
  return Promise.resolve(firstPeople());
};
