import { createSingleFlight } from '../executor/single-flight.ts';
import { createLog } from '../log.ts';
import { createCircuit } from './circuit.ts';
import { httpDataSource } from './http-data-source.ts';
import { Abandoned, type Reply, type Send } from './transport.ts';

/** A service that never answers, and would be left alone after one failure. */
const aSilentService = (flights: ReturnType<typeof createSingleFlight<Reply>> | null) => {
  const circuit = createCircuit(
    { failures: 1, windowMs: 60_000, openMs: 60_000 },
    () => 0,
    () => undefined,
  );
  const observed: string[] = [];
  const send: Send = (_, __, { signal }) =>
    new Promise((_resolve, reject) => {
      signal?.addEventListener('abort', () => {
        reject(new Abandoned());
      });
    });
  const source = httpDataSource({
    ...{ name: 'sales', circuit, send, flights, assert: null, log: createLog('silent') },
    observe: (_, outcome) => observed.push(outcome),
  });
  const ask = async (signal: AbortSignal) =>
    await source.ask?.(
      { query: '{ leads { topic } }', operationName: undefined, body: '{}', isMutation: false },
      { requestId: 'r', identity: null, forwarded: {}, signal },
    );
  return { ask, circuit, observed };
};

describe('a service that is asked for somebody who leaves', () => {
  it.each([
    ['by itself', null],
    ['together with who asks the same', createSingleFlight<Reply>()],
  ])('has not failed, asked %s', async (_, flights) => {
    const { ask, circuit, observed } = aSilentService(flights);
    const [one, other] = [new AbortController(), new AbortController()];
    const answers = [ask(one.signal), ask(other.signal)];
    one.abort(new Error('the client has gone'));
    other.abort(new Error('the client has gone'));
    const outcomes = await Promise.allSettled(answers);

    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(circuit.state()).toBe('closed');
    expect(observed).toEqual([]);
  });
});
