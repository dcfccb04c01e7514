import { connect } from 'node:net';

import { startBroker } from './broker.ts';

const answers = (address: string | undefined): Promise<boolean> =>
  new Promise((resolve) => {
    const [host, port] = (address ?? '').split(':');
    const socket = connect({ host: host ?? '', port: Number(port) });
    socket
      .once('connect', () => {
        socket.destroy();
        resolve(true);
      })
      .once('error', () => {
        resolve(false);
      });
  });

describe('a broker for a spec', () => {
  it('is there for everybody, and nobody may break it', async () => {
    const broker = await startBroker();

    await expect(answers(broker.brokers[0])).resolves.toBe(true);
    await expect(broker.kill()).rejects.toThrow('share this broker');
  });

  it('is there for one spec that kills it and has it back at the same address', async () => {
    const broker = await startBroker({ own: true });

    await broker.kill();
    await expect(answers(broker.brokers[0])).resolves.toBe(false);
    await broker.restart();
    await expect(answers(broker.brokers[0])).resolves.toBe(true);
    await broker.stop();
  });
});
