import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'] as const;

/** Where a Chromium is; null when this machine has none. */
export const chromium = (): string | null =>
  PLACES.find((each) => {
    try {
      accessSync(each);
      return true;
    } catch {
      return false;
    }
  }) ?? null;

type Reply = { readonly id?: number; readonly result?: unknown; readonly error?: { readonly message: string } };

/** A page in a Chromium without a screen, by its DevTools protocol. */
export const openPage = async (program: string, url: string) => {
  const profile = await mkdtemp(path.join(tmpdir(), 'crm-chromium-'));
  const flags = [
    '--headless=new',
    '--no-sandbox',
    '--disable-gpu',
    '--remote-debugging-port=0',
    '--window-size=1400,900',
  ];
  const browser = spawn(program, [...flags, `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const { call, close } = await connect(await addressOf(browser.stderr));
  // Here and below: the protocol's own shapes.
  const { targetId } = (await call('Target.createTarget', { url })) as { targetId: string };
  // As above.
  const { sessionId } = (await call('Target.attachToTarget', { targetId, flatten: true })) as { sessionId: string };
  const inPage = (method: string, parameters: object = {}) => call(method, parameters, sessionId);

  return {
    /** The value of an expression in the page. */
    evaluate: async (expression: string): Promise<unknown> => {
      const answer = await inPage('Runtime.evaluate', { expression, returnByValue: true, awaitPromise: true });
      // The protocol's own shape.
      return (answer as { result: { value?: unknown } }).result.value;
    },
    type: (text: string) => inPage('Input.insertText', { text }),
    screenshot: async () => {
      // As above.
      const { data } = (await inPage('Page.captureScreenshot', { format: 'png' })) as { data: string };
      return Buffer.from(data, 'base64');
    },
    close: async () => {
      close();
      await ended(browser);
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
};

const ended = async (browser: ChildProcess) => {
  if (browser.exitCode !== null) return;
  browser.kill('SIGKILL');
  await once(browser, 'exit');
};

const addressOf = async (output: Readable): Promise<string> => {
  for await (const line of createInterface({ input: output })) {
    const address = /DevTools listening on (ws:\S+)/.exec(line)?.[1];
    if (address) {
      output.resume();
      return address;
    }
  }
  throw new Error('Chromium did not start.');
};

const connect = async (address: string) => {
  const socket = new WebSocket(address);
  await once(socket, 'open');
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  socket.addEventListener('message', ({ data }) => {
    // The protocol is JSON text.
    const { id = 0, result, error } = JSON.parse(String(data)) as Reply;
    if (error) waiting.get(id)?.reject(new Error(error.message));
    else waiting.get(id)?.resolve(result);
    waiting.delete(id);
  });
  let last = 0;
  const call = (method: string, params: object, sessionId?: string) => {
    last += 1;
    const answer = Promise.withResolvers<unknown>();
    waiting.set(last, answer);
    socket.send(JSON.stringify({ id: last, method, params, ...(sessionId && { sessionId }) }));
    return answer.promise;
  };
  return {
    call,
    close: () => {
      socket.close();
    },
  };
};
