import type { Subscription } from '@crm/messaging';

/** Topic → handler: the inbound contract at a glance. Beyond the directory, leads need nothing from others yet. */
export const subscriptions: readonly Subscription[] = [];
