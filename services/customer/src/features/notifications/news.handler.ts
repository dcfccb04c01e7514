import {
  type Contract,
  type DataOf,
  type Delivered,
  campaignOwnerChangedV1,
  contractOwnerChangedV1,
  customerOwnerChangedV1,
  leadAssignedV1,
  personalDataErasureCompletedV1,
  recordSharedV1,
  serviceRequestAssignedV1,
} from '@crm/contracts';
import type { Subscription } from '@crm/messaging';
import type { Reaction } from '@crm/persistence';

import type { NotificationKind } from './notification.rules.ts';
import type { Notify } from './notify.command.ts';

/** Who is told of a fact, and about which record when it is another than the fact's own. */
type Told<C extends Contract> = {
  readonly to: (data: DataOf<C>) => string | null;
  readonly about?: (data: DataOf<C>) => string;
};

/** The facts of which somebody is told: a line for each. */
export const onNews = (notify: Notify): readonly Subscription[] => {
  const tell = telling(notify);
  return [
    tell(leadAssignedV1, 'LEAD_ASSIGNED', { to: ({ toOwnerId }) => toOwnerId }),
    tell(serviceRequestAssignedV1, 'SERVICE_REQUEST_ASSIGNED', { to: ({ toAssigneeId }) => toAssigneeId }),
    tell(customerOwnerChangedV1, 'CUSTOMER_ASSIGNED', { to: ({ toOwnerId }) => toOwnerId }),
    tell(contractOwnerChangedV1, 'CONTRACT_ASSIGNED', { to: ({ toOwnerId }) => toOwnerId }),
    tell(campaignOwnerChangedV1, 'CAMPAIGN_ASSIGNED', { to: ({ toOwnerId }) => toOwnerId }),
    tell(recordSharedV1, 'RECORD_SHARED', {
      to: ({ granteeType, granteeId }) => (granteeType === 'EMPLOYEE' ? granteeId : null),
      about: ({ recordId }) => recordId,
    }),
    tell(personalDataErasureCompletedV1, 'PERSONAL_DATA_ERASED', { to: ({ requestedBy }) => requestedBy ?? null }),
  ];
};

const telling =
  (notify: Notify) =>
  <C extends Contract>(to: C, kind: NotificationKind, told: Told<C>): Subscription<C> => ({
    to,
    kind: 'effect',
    handle: async ({ aggregate, occurredAt, actor, data }: Delivered<C>, reaction: Reaction) => {
      if (!data) return;
      const subjectId = told.about?.(data) ?? aggregate.id;
      await notify(reaction, { kind, recipientId: told.to(data), subjectId, occurredAt }, actor);
    },
  });
