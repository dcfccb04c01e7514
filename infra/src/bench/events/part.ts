import { fork } from 'node:child_process';
import { once } from 'node:events';

import { ROOT } from '../../local/paths.ts';
import { nodeArguments } from '../../start/node-program.ts';

const HEAP_MB = 160;

/** What a part of the bench can be asked: each answer is plain data. */
export type Questions = Readonly<Record<string, (argument: never) => unknown>>;

type Answer<Asked> = Asked extends (argument: never) => infer Value ? Awaited<Value> : never;
type Argument<Asked> = Asked extends (argument: infer Value) => unknown ? Value : never;

export type Part<Known extends Questions> = {
  readonly pid: number;
  readonly ask: <Name extends keyof Known & string>(
    name: Name,
    argument: Argument<Known[Name]>,
  ) => Promise<Answer<Known[Name]>>;
  readonly stop: () => Promise<void>;
};

type Message = { readonly name: string; readonly argument?: unknown; readonly answer?: unknown };

/** A process of its own, so that its processor time and memory are its own, too. One question at a time. */
export const startPart = <Known extends Questions>(program: string, args: readonly string[]): Part<Known> => {
  // As a service of the suite is started; what is asked of the bench itself (`--cpu-prof`) is asked of its parts.
  const profiled = process.execArgv.filter((each) => each.startsWith('--cpu-prof'));
  const execArgv = [...nodeArguments(program, HEAP_MB).slice(0, -1), ...profiled];
  const child = fork(program, [...args], { cwd: ROOT, execArgv });
  const ended = once(child, 'exit');
  return {
    pid: child.pid ?? 0,
    ask: async (name, argument) => {
      child.send({ name, argument } satisfies Message);
      // Both programs are ours, and `Known` is the type of the other's answers.
      const [message] = (await Promise.race([once(child, 'message'), ended.then(() => [null])])) as [Message | null];
      if (message === null) throw new Error(`${program} ended while it was asked for ${name}`);
      // The other side computed it with the function of this type.
      return message.answer as Answer<Known[typeof name]>;
    },
    stop: async () => {
      child.disconnect();
      await ended;
    },
  };
};

/** The other side: answers until its master lets go. */
export const answer = (known: Questions, stop: () => Promise<void>) => {
  process.on('message', (message: Message) => {
    void (async () => {
      // The master asks what it has the type of.
      const ask = known[message.name] as ((argument: unknown) => unknown) | undefined;
      process.send?.({ name: message.name, answer: await ask?.(message.argument) } satisfies Message);
    })();
  });
  process.on('disconnect', () => {
    void stop().then(() => process.exit(0));
  });
};

/** The one clock that all processes of a machine share, in milliseconds. */
export const sharedNow = () => Number(process.hrtime.bigint() / 1_000n) / 1_000;
