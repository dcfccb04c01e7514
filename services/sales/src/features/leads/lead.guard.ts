import { type Action, type Caller, type Guarded, recordReach } from '@crm/access';
import { type CommonRefusal, type Result, accept, refuse } from '@crm/kernel';
import { type Work, sqlOf } from '@crm/persistence';

import { leads } from './lead.repository.ts';
import type { Lead, LeadId } from './lead.rules.ts';

/** Where the facts are that decide who sees a lead. */
export const GUARDED_LEAD: Guarded = {
  type: 'Lead',
  from: 'lead t',
  id: 't.id',
  columns: { record: 't.id', owner: 't.owner_id', department: 't.department_id' },
};

/** A lead and the version at which the caller read it. */
export type At = { readonly id: LeadId; readonly expectedVersion: number };

type Held = { readonly lead: Lead; readonly at: Awaited<ReturnType<Work['claim']>> };

/**
 * Locks a lead, checks that the caller may do this to it, and that it is at the version the caller read.
 * What he may not see does not exist; what is in the bin can be restored and nothing else.
 */
export const holdLead = async (
  { db, claim }: Work,
  { access }: Caller,
  action: Action,
  { id, expectedVersion }: At,
): Promise<Result<Held, CommonRefusal>> => {
  const at = await claim('lead', id);
  const reach = await recordReach(sqlOf(db), access, action, GUARDED_LEAD, id);
  const lead = reach === 'hidden' ? null : await leads(db).find(id);
  if (!lead) return refuse({ kind: 'not-found', what: 'Lead', path: ['input', 'id'] });
  if (reach === 'visible') return refuse({ kind: 'forbidden', permission: `Lead.${action}` });
  if (lead.version !== expectedVersion) return refuse({ kind: 'conflict', currentVersion: lead.version });
  const state = inState(lead, action === 'restore' ? 'deleted' : 'live');
  return state.ok ? accept({ lead, at }) : state;
};

const inState = ({ deletedAt }: Lead, wanted: 'live' | 'deleted'): Result<null, CommonRefusal> => {
  const actual = deletedAt === null ? 'live' : 'deleted';
  if (actual === wanted) return accept(null);
  const [to, allowed] = wanted === 'live' ? ['changed', 'restored'] : ['restored', 'deleted'];
  return refuse({ kind: 'illegal-transition', from: actual, to, allowed: [allowed] });
};
