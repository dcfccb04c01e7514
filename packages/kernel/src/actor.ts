import type { Id } from './id.ts';

/** On whose behalf something is done. Comes from the verified request or event, never from an argument. */
export type Actor = {
  readonly tenant: Id<'Tenant'>;
  /** The subject of the token: a person's or a service account's stable name. */
  readonly subject: string;
  /** Null for service accounts, portal users and the system itself. */
  readonly employee: Id<'Employee'> | null;
  /** From the root department down to the employee's own. */
  readonly departmentPath: readonly Id<'Department'>[];
  readonly roles: readonly string[];
  readonly scopes: readonly string[];
  /** Set for portal users: the customer, or the partner, whose records alone they see. */
  readonly customer: Id<'Customer'> | null;
  readonly partner: Id<'Customer'> | null;
  /** Set for whoever comes with an API key: of its owner's roles only those in `roles` count. */
  readonly apiKey?: Id<'ApiKey'>;
  /** Follows one request through logs, events and answers: the correlation id. */
  readonly requestId: string;
  /** The event this is a reaction to; null for what a client asked for. */
  readonly causedBy: string | null;
  /** W3C trace context of the request or event, passed on to what follows from it. */
  readonly traceparent: string | null;
};

/** The product itself at work in one tenant: reactions to events, timers. Not bound by data scopes. */
export const systemActor = (
  tenant: Id<'Tenant'>,
  requestId: string,
  cause: { readonly causedBy?: string | null; readonly traceparent?: string | null } = {},
): Actor => ({
  tenant,
  subject: 'system',
  employee: null,
  departmentPath: [],
  roles: ['SYSTEM'],
  scopes: [],
  customer: null,
  partner: null,
  requestId,
  causedBy: cause.causedBy ?? null,
  traceparent: cause.traceparent ?? null,
});

/** Only the gateway itself has it: it is taken out of whatever a client's token or key claims. */
export const GATEWAY_SCOPE = 'crm:gateway';

/** The gateway on its own account, in one tenant: who may sign in there is its business, and nothing else. */
export const gatewayActor = (tenant: Id<'Tenant'>, requestId: string): Actor => ({
  ...systemActor(tenant, requestId),
  subject: 'gateway',
  roles: [],
  scopes: [GATEWAY_SCOPE],
});

export const isGateway = ({ scopes }: Pick<Actor, 'scopes'>): boolean => scopes.includes(GATEWAY_SCOPE);
