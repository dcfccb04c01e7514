import { isTraced, traced } from '@crm/tracing';
import { Client } from 'pg';

const MOST_TEXT = 1_000;
/** A connection that tells of each statement: its text, with `$1` where values stand, and nothing of the values. */
export class TracedClient extends Client {
  constructor(...given: ConstructorParameters<typeof Client>) {
    super(...given);
    // One function for all the ways in which it may be called: each gets what the driver itself would give. It is looked
    // up at each call: specs that count statements listen at the driver's own, on connections that are open already.
    const plain = (...asked: unknown[]) => driverQuery().apply(this, asked);
    // As above.
    this.query = tracedBy(plain) as Client['query'];
  }
}

// As the driver declares it, in one of many ways.
const driverQuery = () => Reflect.get(Client.prototype, 'query') as (...given: unknown[]) => unknown;

const tracedBy =
  (plain: (...given: unknown[]) => unknown) =>
  (...given: unknown[]): unknown => {
    const text = isTraced() ? textOf(given[0]) : null;
    const isAwaited = !given.some((each) => typeof each === 'function');
    if (text === null || !isAwaited) return plain(...given);
    const name = /^\s*(\w+)/.exec(text)?.[1]?.toLowerCase() ?? 'statement';
    const attributes = { 'db.system.name': 'postgresql', 'db.query.text': text.trim().slice(0, MOST_TEXT) };
    // Without a callback it answers with a promise.
    return traced({ name, kind: 'client', attributes }, () => plain(...given) as Promise<unknown>);
  };

/** Null for a cursor or stream, which runs for as long as its reader likes. */
const textOf = (statement: unknown) => {
  if (typeof statement === 'string') return statement;
  if (typeof statement !== 'object' || statement === null || 'submit' in statement) return null;
  return 'text' in statement && typeof statement.text === 'string' ? statement.text : null;
};
