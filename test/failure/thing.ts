import { randomUUID } from 'node:crypto';

import { contract, type Contract, fact, tombstone } from '@crm/contracts';
import { accept, idOf, systemActor } from '@crm/kernel';
import { type Subscription, createMessagingSql } from '@crm/messaging';
import { createOutboxSql, isolateTenants, ownerSeesAll, type Transact } from '@crm/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { z } from 'zod';

const TENANT = `tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid`;

/**
 * `thing` is what commands change; `ledger` has a row per effect; `thing_view` is a read model of another service, which
 * keeps a row without a note of what is gone: an older record that comes late must not bring it back.
 */
const createThingsSql = `
  create table thing (${TENANT}, id uuid primary key, version integer not null, note text not null);
  create table ledger (id bigint generated always as identity primary key, ${TENANT},
    event_id uuid not null, thing uuid not null, version integer not null);
  create table thing_view (${TENANT}, thing uuid primary key, version integer not null, note text);
  ${['thing', 'ledger', 'thing_view'].map((table) => isolateTenants(table) + ownerSeesAll(table)).join('\n')}
  ${ownerSeesAll('aggregate_head')}`;

export class CreateThings1 implements MigrationInterface {
  readonly name = 'CreateThings1763700000000';
  async up(runner: QueryRunner) {
    await runner.query(createOutboxSql + createMessagingSql + createThingsSql);
  }
  down() {
    return Promise.reject(new Error('There is no way back'));
  }
}

/** The two topics of one scenario: nobody else uses them. */
export const aTopicPair = () => {
  const name = `crm.spec-${randomUUID()}.thing`;
  return { fact: `${name}.fact.v1`, state: `${name}.state.v1` };
};

export type TopicPair = ReturnType<typeof aTopicPair>;

const DATA = z.object({ note: z.string() });

export const promisesOf = (topics: TopicPair) => {
  const shared = { aggregate: 'thing', owner: 'spec', pii: 'none', data: DATA, example: { note: 'blue' } } as const;
  return {
    changed: contract({ ...shared, type: 'spec.thing-changed.v1', topic: topics.fact, description: 'It changed.' }),
    removed: contract({ ...shared, type: 'spec.thing-removed.v1', topic: topics.fact, description: 'It is gone.' }),
    state: contract({ ...shared, type: 'spec.thing-state.v1', topic: topics.state, description: 'The thing.' }),
  } satisfies Record<string, Contract>;
};

export type Command = {
  readonly tenant: string;
  readonly thing: string;
  readonly note: string;
  readonly removes: boolean;
  readonly fails: boolean;
};

/** What a user was told: this is so, and stays so whatever happens. */
export type Acknowledged = { readonly thing: string; readonly version: number; readonly note: string };

/** Changes a thing as any command of a service does; one that `fails` has written all it wanted to before it does. */
export const change = async (transact: Transact, topics: TopicPair, command: Command): Promise<Acknowledged> => {
  const { tenant, thing, note, removes, fails } = command;
  const { changed, removed, state } = promisesOf(topics);
  const actor = systemActor(idOf<'Tenant'>(tenant), 'request-1');
  const outcome = await transact<number, never>(actor, async ({ db, claim, announce }) => {
    const at = await claim('thing', thing);
    const now = new Date();
    if (removes) {
      await db.query('delete from thing where id = $1', [thing]);
      announce(fact(removed, at, now, { note }), tombstone(state, at, now));
    } else {
      await db.query(
        `insert into thing (id, version, note) values ($1, $2, $3)
         on conflict (id) do update set version = excluded.version, note = excluded.note`,
        [thing, at.version, note],
      );
      announce(fact(changed, at, now, { note }), fact(state, at, now, { note }));
    }
    if (fails) throw new Error('The command fails');
    return accept(at.version);
  });
  if (!outcome.ok) throw new TypeError('Nothing refuses this');
  return { thing, version: outcome.value, note };
};

/** Poison is in the note: a handler meets it whatever the bytes look like. */
const digest = (note: string | undefined) => {
  if (note === 'handler-error') throw new TypeError('x is not a function');
  return note === 'handler-endless' ? new Promise<never>(() => undefined) : Promise.resolve();
};

/** `beforeCommit` is called inside the transaction of each effect, after it was written. */
export const subscriptionsTo = (topics: TopicPair, beforeCommit: () => void = () => undefined): Subscription[] => {
  const { changed, removed, state } = promisesOf(topics);
  const ledger = (to: typeof changed | typeof removed): Subscription<typeof to> => ({
    to,
    kind: 'effect',
    handle: async ({ eventId, aggregate, data }, { db }) => {
      await digest(data?.note);
      await db.query('insert into ledger (event_id, thing, version) values ($1, $2, $3)', [
        eventId,
        aggregate.id,
        aggregate.version,
      ]);
      beforeCommit();
    },
  });
  const view: Subscription<typeof state> = {
    to: state,
    kind: 'projection',
    handle: async ({ aggregate, data }, { db }) => {
      await db.query(
        `insert into thing_view as v (thing, version, note) values ($1, $2, $3)
         on conflict (thing) do update set version = excluded.version, note = excluded.note
          where v.version < excluded.version`,
        [aggregate.id, aggregate.version, data?.note ?? null],
      );
    },
  };
  return [ledger(changed), ledger(removed), view];
};
