import { differences, firstOfEach, idOf, type Noted, type Seen, tenantOf, type Thing, versionOf } from './look.ts';

const ladder = (top: number) => Array.from({ length: top }, (_, at) => at + 1).join();

/** Each event had its effect once, and each aggregate's effects happened in its order. */
export const effects = ({ heads, ledger, facts, parked }: Seen): string[] => {
  const waiting = waitingIn(parked);
  const eventAt = new Map(
    firstOfEach(facts).map((record) => [`${record.key ?? ''} ${String(versionOf(record))}`, idOf(record)]),
  );
  return heads.flatMap(({ thing, version }) => {
    const its = ledger.filter((entry) => entry.thing === thing);
    const versions = its.map((entry) => entry.version).join();
    // What comes after a parked event waits behind it.
    const isRight = versions === ladder(waiting.has(thing) ? its.length : version);
    const isOfItsEvent = its.every((entry) => eventAt.get(`${thing} ${String(entry.version)}`) === entry.event);
    return isRight && isOfItsEvent ? [] : [`effects of ${thing}: ${versions}`];
  });
};

const waitingIn = (parked: Seen['parked']) => new Set(parked.map(({ thing }) => thing));

/** The read model is the source, row by row. */
export const readModel = ({ things, view, parked }: Seen): string[] => {
  const waiting = waitingIn(parked);
  const rows = (all: readonly Noted[]) =>
    all
      .filter(({ thing }) => !waiting.has(thing))
      .map((row) => [row.thing, row.tenant, row.version, row.note].join(' '));
  return differences('read model', rows(things), rows(view));
};

/** Nothing that belongs to one company is found under another: no record, effect, row, or note of what was handled. */
export const tenants = ({ heads, ledger, view, inbox, facts, states }: Seen): string[] => {
  const owner = new Map(heads.map(({ thing, tenant }) => [thing, tenant]));
  const ofEvent = new Map(facts.map((record) => [idOf(record), owner.get(record.key ?? '')]));
  const strays = (what: string, all: readonly Pick<Thing, 'thing' | 'tenant'>[]) =>
    all.filter(({ thing, tenant }) => owner.get(thing) !== tenant).map(({ thing }) => `tenant of ${what} ${thing}`);
  const records = [...facts, ...states].map((record) => ({ thing: record.key ?? '', tenant: tenantOf(record) }));
  return [
    ...strays('a record of', records),
    ...strays('an effect on', ledger),
    ...strays('the view of', view),
    ...inbox
      .filter(({ event, tenant }) => ofEvent.get(event) !== tenant)
      .map(({ event }) => `tenant of ${event} in the inbox`),
  ];
};
