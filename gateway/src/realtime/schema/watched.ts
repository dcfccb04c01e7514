/** A type of record whose changes clients can wait for, and the topic that tells of them. */
export type Watched = {
  readonly type: string;
  readonly topic: string;
  /** Its news are each for one person, and nobody else hears of them. */
  readonly addressed?: Addressed;
};

/** Which event is told, and under which name it says to whom: an employee's id. */
export type Addressed = { readonly event: string; readonly to: string };

/**
 * One line gives `customerChanged(id)` and `customersChanged(filter)`. The owner must answer `customer(id)` and
 * `customers(filter)`; the key of the topic's records is the id. What is addressed gives `notificationReceived` instead.
 * A type that its owner declares a `Job` is followed by `jobProgress(id)` as well.
 */
export const WATCHED: readonly Watched[] = [
  { type: 'Campaign', topic: 'crm.marketing.campaign.fact.v1' },
  { type: 'Contact', topic: 'crm.customer.contact.fact.v1' },
  { type: 'Contract', topic: 'crm.contract-order.contract.fact.v1' },
  { type: 'Customer', topic: 'crm.customer.customer.fact.v1' },
  { type: 'Department', topic: 'crm.customer.department.fact.v1' },
  { type: 'Employee', topic: 'crm.customer.employee.fact.v1' },
  { type: 'Lead', topic: 'crm.sales.lead.fact.v1' },
  {
    type: 'Notification',
    topic: 'crm.customer.notification.fact.v1',
    addressed: { event: 'customer.notification-created.v1', to: 'recipientId' },
  },
  { type: 'PersonalDataErasure', topic: 'crm.customer.personal-data.fact.v1' },
  { type: 'Product', topic: 'crm.catalog-pricing.product.fact.v1' },
  { type: 'ServiceRequest', topic: 'crm.service.service-request.fact.v1' },
];

/** What is followed to its end, whatever its type: `interface Job { progress: JobProgress! }`. */
export const JOB = 'Job';

/** The service that publishes a topic: `crm.<service>.<aggregate>.fact.v1`. */
export const publisherOf = (topic: string) => topic.split('.')[1] ?? '';

/** Every topic that a gateway may follow; which it does follow is up to the graph. */
export const TOPICS_FOLLOWED: readonly string[] = WATCHED.map(({ topic }) => topic);
