import { contract } from '@crm/contracts';
import { z } from 'zod';

import type { ReceivedRecord } from '../event-bus.ts';
import { byType, readRecord } from './read-record.ts';

const painted = contract({
  type: 'spec.wall-painted.v1',
  topic: 'crm.spec.wall.fact.v1',
  aggregate: 'wall',
  description: 'A wall was painted.',
  owner: 'spec',
  pii: 'none',
  data: z.strictObject({ colour: z.string() }),
  example: { colour: 'blue' },
});

const wall = contract({ ...painted, type: 'spec.wall-state.v1', topic: 'crm.spec.wall.state.v1' });

const WALL = '01930000-0000-7201-8000-000000000001';
const EVENT = '01930000-0000-7f01-8000-000000000002';
const TENANT = '01930000-0000-7f03-8000-000000000003';

const record = (more: Partial<ReceivedRecord> = {}): ReceivedRecord => ({
  topic: painted.topic,
  partition: 2,
  offset: '17',
  key: WALL,
  value: Buffer.from(JSON.stringify({ eventId: EVENT, tenantId: TENANT, aggregateVersion: 3, colour: 'blue' })),
  ...more,
  headers: {
    ce_id: EVENT,
    ce_type: painted.type,
    ce_tenantid: TENANT,
    ce_aggregateversion: '3',
    ce_time: '2026-11-22T08:00:00.000Z',
    ...more.headers,
  },
});

const handle = () => Promise.resolve();

const subscriptions = byType([
  { to: painted, kind: 'effect', handle },
  { to: wall, kind: 'projection', handle },
]);

const read = (more: Partial<ReceivedRecord> = {}) => readRecord(record(more), subscriptions, 'crm.spec');

describe('reading a record', () => {
  it('gives the fact without the envelope that the value repeats', () => {
    expect(read()).toMatchObject({
      kind: 'event',
      eventKey: EVENT,
      aggregateKey: WALL,
      fact: {
        type: painted.type,
        eventId: EVENT,
        tenant: TENANT,
        aggregate: { type: 'wall', id: WALL, version: 3 },
        occurredAt: new Date('2026-11-22T08:00:00Z'),
        data: { colour: 'blue' },
        correlationId: EVENT,
        causationId: null,
      },
    });
  });

  it('takes a missing value for a tombstone on a state topic only', () => {
    const tombstone = { value: null, headers: { ce_type: wall.type } };
    expect(read({ ...tombstone, topic: wall.topic })).toMatchObject({ kind: 'event', fact: { data: null } });
    expect(read({ value: null })).toMatchObject({ kind: 'poison' });
  });

  it('passes by what nobody is subscribed to and what is replayed for another group', () => {
    expect(read({ headers: { ce_type: 'spec.unheard-of.v1' } })).toMatchObject({ kind: 'passed', why: 'unknown-type' });
    expect(read({ headers: { replay_group: 'crm.other' } })).toMatchObject({ kind: 'passed', why: 'other-group' });
    expect(read({ headers: { replay_group: 'crm.spec' } })).toMatchObject({ kind: 'event' });
  });

  it.each([
    ['broken JSON', { value: Buffer.from('{') }, /JSON/],
    ['a value that is no object', { value: Buffer.from('5') }, /not a JSON object/],
    ['data that breaks the contract', { value: Buffer.from('{"colour":5}') }, /spec.wall-painted.v1: colour/],
    ['no version', { headers: { ce_aggregateversion: 'three' } }, /ce_aggregateversion/],
    ['no time', { headers: { ce_time: 'soon' } }, /ce_time/],
    ['no event id', { headers: { ce_id: 'x' } }, /ce_id/],
    ['a key that is no id', { key: 'wall' }, /The key/],
  ] satisfies [string, Partial<ReceivedRecord>, RegExp][])('calls %s poison and says why', (_, more, cause) => {
    const poison = read(more);
    expect(poison).toMatchObject({ kind: 'poison', tenant: TENANT });
    expect(poison.kind === 'poison' && poison.cause).toMatch(cause);
  });

  it.each(['{"colour":李伟}', '{"colour":{"name":"李伟"}}', '{"colour":"李伟'])(
    'repeats nothing of what the record holds when it says why: %s',
    (value) => {
      const poison = read({ value: Buffer.from(value) });
      expect(poison).toMatchObject({ kind: 'poison' });
      expect(poison.kind === 'poison' && poison.cause).not.toMatch(/[李伟]/);
    },
  );

  it('keeps what has no readable tenant for operators, and what has no key for itself', () => {
    expect(read({ key: null, headers: { ce_tenantid: 'nobody', ce_id: 'x' } })).toMatchObject({
      tenant: '00000000-0000-0000-0000-000000000000',
      aggregateKey: 'crm.spec.wall.fact.v1/2/17',
      eventKey: 'crm.spec.wall.fact.v1/2/17',
    });
  });
});
