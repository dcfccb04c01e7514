import { type Client, aCompany, tokenOf } from '../support/client.ts';
import { suiteUnderTest } from '../support/config.ts';
import { aProductionGateway } from './production.builder.ts';

export type Settings = 'development' | 'production';
export type Reply = {
  readonly status: number;
  readonly text: string;
  readonly codes: readonly unknown[];
  readonly data: unknown;
};

/** Somebody who is signed in at a gateway with these settings, and sends it whatever he likes. */
export const anAttacker = async (settings: Settings) => {
  const client: Client = await aCompany();
  const token = await tokenOf(client.person);
  const development = { url: suiteUnderTest().gateway, stop: () => Promise.resolve() };
  const { url, stop } = settings === 'development' ? development : await aProductionGateway();

  const send = async ({ headers, ...init }: Sent, path = '/graphql'): Promise<Reply> => {
    const reply = await fetch(url + path, { ...init, headers: { authorization: `Bearer ${token}`, ...headers } });
    const text = await reply.text();
    const { errors = [], data } = answerIn(text);
    return { status: reply.status, text, codes: errors.map((each) => each.extensions?.code), data };
  };
  const post = (body: unknown, headers: Readonly<Record<string, string>> = {}) =>
    send({ method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });
  const ask = (query: string, variables: object = {}) => post({ query, variables });
  return { client, url, send, post, ask, stop };
};

export type Attacker = Awaited<ReturnType<typeof anAttacker>>;
type Sent = { readonly method?: string; readonly headers?: Readonly<Record<string, string>>; readonly body?: string };
type Answer = {
  readonly errors?: readonly { readonly extensions?: { readonly code?: unknown } }[];
  readonly data?: unknown;
};

const answerIn = (text: string): Answer => {
  try {
    // What a gateway answers, unless it is no JSON at all.
    return JSON.parse(text) as Answer;
  } catch {
    return {};
  }
};
