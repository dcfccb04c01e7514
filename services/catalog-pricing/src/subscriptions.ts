import type { Subscription } from '@crm/messaging';

/** Topic → handler: the inbound contract at a glance. Beyond the directory, products need nothing from others. */
export const subscriptions: readonly Subscription[] = [];
