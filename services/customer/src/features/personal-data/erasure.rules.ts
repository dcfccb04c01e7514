import type { Id } from '@crm/kernel';

export type ErasureId = Id<'PersonalDataErasure'>;

/** A record that is the person, at the version that ended it. */
export type Subject =
  | { readonly type: 'contact'; readonly id: Id<'Contact'>; readonly version: number }
  | { readonly type: 'customer'; readonly id: Id<'Customer'>; readonly version: number };

/** A request to erase a person. It says who is gone by ids alone. */
export type Erasure = {
  readonly id: ErasureId;
  readonly contactId: Id<'Contact'>;
  readonly subjects: readonly Subject[];
  readonly requestedAt: Date;
  readonly requestedBy: Id<'Employee'> | null;
  /** Null: some service has not confirmed yet. */
  readonly completedAt: Date | null;
};

/** What a service did about an erasure. */
export type Receipt = {
  readonly service: string;
  readonly confirmedAt: Date;
  readonly records: number;
  readonly archived: number;
  readonly parked: number;
};

/** What is known of a service’s part: its receipt, or that it is awaited. */
export type Confirmation = Receipt | (Pick<Receipt, 'service'> & { readonly confirmedAt: null });

export type ErasureStatus = 'REQUESTED' | 'COMPLETED';

export const statusOf = ({ completedAt }: Pick<Erasure, 'completedAt'>): ErasureStatus =>
  completedAt === null ? 'REQUESTED' : 'COMPLETED';

/** An erasure as a job: a piece of it is one service’s part. It cannot fail for good: who is away confirms later. */
export const progressOf = (
  { requestedAt, completedAt }: Pick<Erasure, 'requestedAt' | 'completedAt'>,
  confirmations: readonly Confirmation[],
) => ({
  state: completedAt === null ? ('RUNNING' as const) : ('SUCCEEDED' as const),
  done: confirmations.filter(({ confirmedAt }) => confirmedAt !== null).length,
  total: confirmations.length,
  startedAt: requestedAt,
  finishedAt: completedAt,
});

/**
 * What a receipt brings about. `known`: the service said so before, or nobody waits for it; the first word counts.
 * `completed`: it was the last one awaited, and the erasure was not complete before.
 */
export const afterReceipt = (
  { completedAt }: Pick<Erasure, 'completedAt'>,
  confirmations: readonly Confirmation[],
  service: string,
): 'known' | 'confirmed' | 'completed' => {
  const awaited = confirmations.filter(({ confirmedAt }) => confirmedAt === null);
  if (!awaited.some((each) => each.service === service)) return 'known';
  return awaited.length === 1 && completedAt === null ? 'completed' : 'confirmed';
};
