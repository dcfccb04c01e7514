/** A type of record whose changes clients can wait for, and the topic that tells of them. */
export type Watched = { readonly type: string; readonly topic: string };

/**
 * One line gives `customerChanged(id)` and `customersChanged(filter)`. The owner must answer `customer(id)` and
 * `customers(filter)`; the key of the topic's records is the id.
 */
export const WATCHED: readonly Watched[] = [
  { type: 'Campaign', topic: 'crm.marketing.campaign.fact.v1' },
  { type: 'Contact', topic: 'crm.customer.contact.fact.v1' },
  { type: 'Contract', topic: 'crm.contract-order.contract.fact.v1' },
  { type: 'Customer', topic: 'crm.customer.customer.fact.v1' },
  { type: 'Department', topic: 'crm.customer.department.fact.v1' },
  { type: 'Employee', topic: 'crm.customer.employee.fact.v1' },
  { type: 'Lead', topic: 'crm.sales.lead.fact.v1' },
  { type: 'PersonalDataErasure', topic: 'crm.customer.personal-data.fact.v1' },
  { type: 'Product', topic: 'crm.catalog-pricing.product.fact.v1' },
  { type: 'ServiceRequest', topic: 'crm.service.service-request.fact.v1' },
];

/** The service that publishes a topic: `crm.<service>.<aggregate>.fact.v1`. */
export const publisherOf = (topic: string) => topic.split('.')[1] ?? '';

/** Every topic that a gateway may follow; which it does follow is up to the graph. */
export const TOPICS_FOLLOWED: readonly string[] = WATCHED.map(({ topic }) => topic);
