export type KafkaPorts = { readonly client: number; readonly controller: number };

/** One node that is broker and controller, small and quick: the values and their reasons are the result of trials. */
export const serverProperties = (host: string, ports: KafkaPorts, dataDir: string): string =>
  Object.entries({
    'process.roles': 'broker,controller',
    'node.id': 1,
    'controller.quorum.voters': `1@${host}:${String(ports.controller)}`,
    listeners: `PLAINTEXT://${host}:${String(ports.client)},CONTROLLER://${host}:${String(ports.controller)}`,
    'advertised.listeners': `PLAINTEXT://${host}:${String(ports.client)}`,
    'listener.security.protocol.map': 'CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT',
    'inter.broker.listener.name': 'PLAINTEXT',
    'controller.listener.names': 'CONTROLLER',
    'log.dirs': dataDir,
    'auto.create.topics.enable': false,
    'offsets.topic.replication.factor': 1,
    'offsets.topic.num.partitions': 4,
    'transaction.state.log.replication.factor': 1,
    'transaction.state.log.min.isr': 1,
    'transaction.state.log.num.partitions': 4,
    'share.coordinator.state.topic.replication.factor': 1,
    'share.coordinator.state.topic.min.isr': 1,
    'group.initial.rebalance.delay.ms': 0,
    'num.network.threads': 2,
    'num.io.threads': 2,
    'background.threads': 2,
    'num.recovery.threads.per.data.dir': 1,
    // The cleaner takes its buffer from the heap at start: 128 MB unless told otherwise.
    'log.cleaner.threads': 1,
    'log.cleaner.dedupe.buffer.size': 4_194_304,
    'log.cleaner.io.buffer.size': 131_072,
    'log.cleaner.backoff.ms': 2_000,
    // A broker that was killed is let in again after this long.
    'broker.heartbeat.interval.ms': 500,
    'broker.session.timeout.ms': 3_000,
  })
    .map(([name, value]) => `${name}=${String(value)}\n`)
    .join('');

/** Java's options: heaps that fit beside everything else, and a start without the optimising compiler. */
export const javaOptions = (log4j: string): readonly string[] => [
  '-Xms64m',
  '-Xmx320m',
  '-XX:+UseSerialGC',
  '-XX:TieredStopAtLevel=1',
  '-XX:-UsePerfData',
  '-Xshare:auto',
  '-Xlog:disable',
  '-Xlog:all=error:stderr',
  '-Djava.awt.headless=true',
  `-Dlog4j2.configurationFile=${log4j}`,
];

/** The number before the first dot in what `java -version` says; null when it says something else. */
export const javaVersionOf = (said: string): number | null => {
  const found = /version "(\d+)(?:\.(\d+))?/.exec(said);
  if (!found) return null;
  // Java 8 called itself 1.8.
  return Number(found[1] === '1' ? found[2] : found[1]);
};
