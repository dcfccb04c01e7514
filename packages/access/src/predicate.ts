import type { RecordType } from './vocabulary.ts';

export type ShareLevel = 'READ' | 'EDIT';

/** Which records somebody reaches, as data: compiled to SQL by `toSql`, decided in memory by `matches`. */
export type Predicate =
  { readonly kind: 'none' } | { readonly kind: 'all' } | { readonly kind: 'any'; readonly of: readonly Condition[] };

export type Condition =
  | { readonly kind: 'ownedBy'; readonly employee: string }
  | { readonly kind: 'inDepartments'; readonly departments: readonly string[] }
  | {
      readonly kind: 'sharedWith';
      readonly type: RecordType;
      readonly grantees: readonly string[];
      readonly level: ShareLevel;
    }
  | { readonly kind: 'customerIs'; readonly customer: string }
  | { readonly kind: 'partnerIs'; readonly partner: string };

/** What a predicate asks of a record. Leave out what records of the type do not have: `toSql`'s columns likewise. */
export type RecordFacts = {
  /** The id that shares refer to. */
  readonly record?: string | null;
  /** Null: nobody's, in a pool; only ALL reaches it by scope, whatever its department. */
  readonly owner?: string | null;
  readonly department?: string | null;
  readonly customer?: string | null;
  readonly partner?: string | null;
};

/** One row of `record_share`. */
export type RecordShare = {
  readonly recordType: string;
  readonly recordId: string;
  readonly granteeId: string;
  readonly level: ShareLevel;
  readonly until: Date | null;
};

export const NONE: Predicate = { kind: 'none' };
export const ALL: Predicate = { kind: 'all' };

export const anyOf = (conditions: readonly Condition[]): Predicate =>
  conditions.length === 0 ? NONE : { kind: 'any', of: conditions };

/** Whether the predicate reaches the record. The twin of `toSql`: a property test holds the two together. */
export const matches = (
  predicate: Predicate,
  facts: RecordFacts,
  shares: readonly RecordShare[],
  now: Date,
): boolean => {
  switch (predicate.kind) {
    case 'none':
      return false;
    case 'all':
      return true;
    case 'any':
      return predicate.of.some((condition) => holds(condition, facts, shares, now));
  }
};

const holds = (condition: Condition, facts: RecordFacts, shares: readonly RecordShare[], now: Date): boolean => {
  switch (condition.kind) {
    case 'ownedBy':
      return facts.owner === condition.employee;
    case 'inDepartments':
      return facts.owner !== null && condition.departments.some((department) => department === facts.department);
    case 'sharedWith':
      return shares.some((share) => grants(share, condition, facts, now));
    case 'customerIs':
      return facts.customer === condition.customer;
    case 'partnerIs':
      return facts.partner === condition.partner;
  }
};

const grants = (
  share: RecordShare,
  { type, grantees, level }: Extract<Condition, { kind: 'sharedWith' }>,
  { record }: RecordFacts,
  now: Date,
) =>
  share.recordType === type &&
  share.recordId === record &&
  grantees.includes(share.granteeId) &&
  (level === 'READ' || share.level === 'EDIT') &&
  isOpen(share, now);

const isOpen = ({ until }: RecordShare, now: Date) => until === null || until > now;
