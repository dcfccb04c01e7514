import { connect } from 'node:net';

/**
 * Two questions in Kafka's own protocol, so that waiting for a broker needs no client: who leads the cluster
 * (Metadata v1), and who keeps the offsets of a group (FindCoordinator v0), which also makes the offsets topic:
 * the first consumer then need not wait for it.
 */
const METADATA = { key: 3, version: 1 };
const FIND_COORDINATOR = { key: 10, version: 0 };
const PATIENCE_MS = 2_000;
const LARGEST_ANSWER = 1_048_576;

const shortText = (text: string) => {
  const bytes = Buffer.from(text);
  const size = Buffer.alloc(2);
  size.writeInt16BE(bytes.length);
  return Buffer.concat([size, bytes]);
};

const request = ({ key, version }: { readonly key: number; readonly version: number }, body: Buffer) => {
  const header = Buffer.alloc(8);
  header.writeInt16BE(key, 0);
  header.writeInt16BE(version, 2);
  header.writeInt32BE(1, 4);
  const content = Buffer.concat([header, shortText('crm-probe'), body]);
  const size = Buffer.alloc(4);
  size.writeInt32BE(content.length);
  return Buffer.concat([size, content]);
};

/** Sends one request and gives the answer's body (after the correlation id); null when there is none in time. */
const ask = (port: number, host: string, question: Buffer): Promise<Buffer | null> =>
  new Promise((resolve) => {
    const socket = connect({ port, host });
    let answer = Buffer.alloc(0);
    const finish = (body: Buffer | null) => {
      socket.destroy();
      resolve(body);
    };
    socket.setTimeout(PATIENCE_MS, () => {
      finish(null);
    });
    socket.once('error', () => {
      finish(null);
    });
    socket.once('close', () => {
      finish(null);
    });
    socket.once('connect', () => socket.write(question));
    socket.on('data', (chunk: Buffer) => {
      answer = Buffer.concat([answer, chunk]);
      if (answer.length < 4) return;
      const size = answer.readInt32BE(0);
      if (size > LARGEST_ANSWER) finish(null);
      else if (answer.length >= size + 4) finish(answer.subarray(8));
    });
  });

/** Whether a Metadata v1 answer names at least one living broker and a controller. */
export const namesController = (body: Buffer): boolean => {
  const brokers = body.readInt32BE(0);
  let at = 4;
  for (let each = 0; each < brokers; each += 1) {
    at += 4;
    at += 2 + body.readInt16BE(at) + 4;
    const rack = body.readInt16BE(at);
    at += 2 + Math.max(rack, 0);
  }
  return brokers > 0 && body.readInt32BE(at) >= 0;
};

const NO_TOPICS = Buffer.alloc(4);

/** Whether the broker answers, has a controller, and can keep the offsets of consumer groups. */
export const brokerIsReady = async (host: string, port: number): Promise<boolean> => {
  const metadata = await ask(port, host, request(METADATA, NO_TOPICS));
  if (!metadata || !namesController(metadata)) return false;
  const coordinator = await ask(port, host, request(FIND_COORDINATOR, shortText('crm-probe')));
  return coordinator?.readInt16BE(0) === 0;
};
