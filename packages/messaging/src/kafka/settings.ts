import { connect, isIP } from 'node:net';
import { connect as connectTls } from 'node:tls';

import kafkajs, {
  type ISocketFactory,
  type KafkaConfig,
  type LogEntry,
  type logLevel,
  type SASLOptions,
} from 'kafkajs';

import type { Log } from '../log.ts';
import type { Fence } from './fence.ts';

export type KafkaOptions = {
  readonly brokers: readonly string[];
  /** Shown in the broker's logs and quotas: the service's name. */
  readonly clientId: string;
  /** TLS; `ca`: the certificates of the authority to trust instead of the usual ones, as PEM. */
  readonly ssl?: boolean | { readonly ca: string };
  /** Who we are to a secured broker. */
  readonly sasl?: SASLOptions;
  readonly log?: Log;
  /** Partitions handled at once by one consumer; each needs a database connection. */
  readonly concurrency?: number;
  /** How long a member that died without a word keeps its partitions. Default 30 000; a broker allows no less than 6 000. */
  readonly memberTimeoutMs?: number;
};

/**
 * Every value is explicit: kafkajs changes its defaults under NODE_ENV=test, and its own limit of five retries on the
 * connection makes an idempotent producer reuse a sequence number, whereupon the broker acknowledges a batch that it
 * does not append. The producer therefore never gives up by itself: set on the client AND on the producer.
 */
export const NEVER_GIVE_UP = {
  retries: Number.MAX_SAFE_INTEGER,
  initialRetryTime: 100,
  maxRetryTime: 5_000,
  factor: 0.2,
  multiplier: 2,
} as const;

/** Consumers and admin calls do give up: the group is joined afresh, the call is reported. */
export const GIVE_UP = { ...NEVER_GIVE_UP, retries: 8 } as const;

export const clientOf = (
  options: KafkaOptions,
  retry: KafkaConfig['retry'] & object,
  quiet: () => boolean,
  fence?: Pick<Fence, 'guard'>,
) =>
  new kafkajs.Kafka({
    clientId: options.clientId,
    brokers: [...options.brokers],
    connectionTimeout: 3_000,
    authenticationTimeout: 5_000,
    requestTimeout: 15_000,
    enforceRequestTimeout: true,
    retry,
    socketFactory: fence ? (socket) => fence.guard(promptSocket(socket)) : promptSocket,
    logLevel: kafkajs.logLevel.INFO,
    logCreator: () => (entry) => {
      say(options.log, entry, quiet());
    },
    ...(options.ssl === undefined ? {} : { ssl: options.ssl }),
    ...(options.sasl === undefined ? {} : { sasl: options.sasl }),
  });

const KEEP_ALIVE = 60_000;

/** A small request must not wait for the acknowledgement of the one before it. */
const promptSocket = ({ host, port, ssl, onConnect }: Parameters<ISocketFactory>[0]) => {
  const socket = connectSocket(host, port, ssl, onConnect);
  socket.setNoDelay(true);
  socket.setKeepAlive(true, KEEP_ALIVE);
  return socket;
};

type Tls = Parameters<ISocketFactory>[0]['ssl'];

/** kafkajs declares the TLS options as always present, but hands over null for a plain connection. */
const connectSocket = (host: string, port: number, ssl: Tls | null, onConnect: () => void) => {
  if (!ssl) return connect({ host, port }, onConnect);
  // An address is no name that a server could be asked for by.
  const servername = isIP(host) === 0 ? host : '';
  return connectTls({ host, port, servername, ...ssl }, onConnect);
};

/** kafkajs calls much an error that it then repairs itself; the runtime hears of real ones by callback. */
const say = (log: Log | undefined, { level, namespace, log: { message, ...fields } }: LogEntry, quiet: boolean) => {
  if (!log) return;
  const text = `kafka ${namespace.toLowerCase()}: ${message}`;
  if (quiet || level > kafkajs.logLevel.WARN) log.debug(fields, text);
  else log[levelOf(level)](fields, text);
};

const levelOf = (level: logLevel) => (level <= kafkajs.logLevel.ERROR ? 'error' : 'warn');
