import { gzipSync } from 'node:zlib';

import type { GraphQLSchema } from 'graphql';

import type { Chance } from './chance.ts';
import { documentOf } from './documents.ts';

export type FuzzedRequest = {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
};

const WORDS = [
  '',
  'Acme',
  '上海',
  '\u0000',
  '\ud83d',
  '💥',
  '%',
  "' or 1=1 --",
  '../../etc/passwd',
  '{{7*7}}',
  '<script>',
  'a'.repeat(5_000),
  '0191c000-0000-7f03-8000-000000000001',
  '2026-02-30',
  'NaN',
  '-1',
  'AAAA',
];
const NUMBERS = [0, -1, 1, 100, 101, 2 ** 31, 2 ** 53, -1e308, 1.5, 1e-320];
const NAMES = [
  'first',
  'after',
  'id',
  'input',
  'f',
  'o',
  'yes',
  'name',
  'kind',
  'eq',
  'and',
  'not',
  'toString',
  'constructor',
  'field',
  'direction',
];

const valueOf = (chance: Chance, level = 0): unknown => {
  const kind = chance.upTo(level > 4 ? 4 : 7);
  if (kind === 0) return null;
  if (kind === 1) return chance.oneOf(WORDS);
  if (kind === 2) return chance.oneOf(NUMBERS);
  if (kind === 3) return chance.isLikely(0.5);
  if (kind === 4) return chance.times(4, () => valueOf(chance, level + 1));
  return Object.fromEntries(chance.times(5, () => [chance.oneOf(NAMES), valueOf(chance, level + 1)]));
};

const HEADERS: Readonly<Record<string, readonly string[]>> = {
  accept: [
    '*/*',
    'application/json',
    'application/graphql-response+json',
    'text/html',
    'application/json;q=0',
    'multipart/mixed',
    ';;;',
    'text/event-stream',
  ],
  'content-type': [
    'application/json',
    'application/json; charset=utf-8',
    'application/json; charset=utf-16',
    'text/plain',
    'application/graphql',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'x',
    '/',
  ],
  'accept-language': ['zh-CN', '*', 'xx-XX;q=2', 'a'.repeat(4_000)],
  'x-request-id': ['short', 'a'.repeat(64), '../..', '\u00e9'],
  traceparent: ['00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01', '00-0-0-00', 'x'],
  'x-crm-assertion': ['eyJhbGciOiJub25lIn0.e30.', 'x'],
  'x-forwarded-for': ['127.0.0.1', '::1', 'nobody'],
  'apollo-require-preflight': ['1', ''],
  'x-report-cost': ['1'],
  'content-encoding': ['gzip', 'br', 'none'],
  cookie: ['a=b', ';;;'],
  origin: ['https://evil.example', 'null'],
};

const headersOf = (chance: Chance, token: string): Readonly<Record<string, string>> => ({
  'content-type': 'application/json',
  ...Object.fromEntries(
    chance.times(3, () => {
      const name = chance.oneOf(Object.keys(HEADERS));
      return [name, chance.oneOf(HEADERS[name] ?? [''])];
    }),
  ),
  ...(chance.isLikely(0.95) && { authorization: `Bearer ${token}` }),
});

const operationOf = (chance: Chance, schema: GraphQLSchema): Readonly<Record<string, unknown>> => ({
  query: chance.isLikely(0.95) ? documentOf(chance, schema) : valueOf(chance),
  ...(chance.isLikely(0.7) && {
    variables: chance.isLikely(0.9)
      ? Object.fromEntries(chance.times(4, () => [chance.oneOf(NAMES), valueOf(chance)]))
      : valueOf(chance),
  }),
  ...(chance.isLikely(0.2) && { operationName: chance.oneOf(['Page', 'One', 'Nobody', '', '__proto__']) }),
  ...(chance.isLikely(0.1) && {
    extensions: chance.isLikely(0.5)
      ? { persistedQuery: { version: 1, sha256Hash: chance.oneOf(WORDS) } }
      : valueOf(chance),
  }),
  ...(chance.isLikely(0.03) && { documentId: chance.oneOf(WORDS) }),
});

const bodyOf = (chance: Chance, schema: GraphQLSchema): FuzzedRequest['body'] => {
  const text = JSON.stringify(operationOf(chance, schema));
  const kind = chance.upTo(20);
  if (kind === 0) return text.slice(0, chance.upTo(text.length));
  if (kind === 1) return `[${text},${text}]`;
  if (kind === 2) return Uint8Array.from(chance.times(200, () => chance.upTo(256)));
  if (kind === 3) return text.replace('{', '{"__proto__":{"polluted":true},');
  if (kind === 4) return new Uint8Array(gzipSync(text));
  if (kind === 5) return `${'['.repeat(5_000)}${']'.repeat(5_000)}`;
  return text;
};

/** One request, by chance: mostly a POST that could be meant seriously. */
export const requestOf = (chance: Chance, schema: GraphQLSchema, token: string): FuzzedRequest => {
  const headers = headersOf(chance, token);
  const kind = chance.upTo(20);
  if (kind === 0)
    return { method: chance.oneOf(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD']), path: '/graphql', headers };
  if (kind < 4) {
    const parts = Object.entries(operationOf(chance, schema)).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]);
    // Beyond what a server takes for an address, Node itself answers.
    const search = new URLSearchParams(parts.filter(([, value]) => (value?.length ?? 0) < 2_000) as [string, string][]);
    return { method: 'GET', path: `/graphql?${search.toString()}`, headers };
  }
  return { method: 'POST', path: '/graphql', headers, body: bodyOf(chance, schema) ?? '' };
};
