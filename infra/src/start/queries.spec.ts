import { readFileSync } from 'node:fs';
import path from 'node:path';

import { buildSchema, parse, validate } from 'graphql';

import { ROOT } from '../local/paths.ts';
import { QUERIES } from './queries.ts';

it.each(QUERIES)('the graph understands what newcomers are told to paste: %s', (query) => {
  const schema = buildSchema(readFileSync(path.join(ROOT, 'gateway/schema.graphql'), 'utf8'));
  expect(validate(schema, parse(query))).toEqual([]);
});
