/**
 * The one registry of what an id can identify. The code is written into every id for good: never change or reuse one.
 * Blocks of 256: customer 0x1.., sales 0x2.., catalog-pricing 0x3.., contract-order 0x4.., service 0x5..,
 * marketing 0x6.., analytics 0x7.., the platform 0xf...
 */
export const ID_TYPES = {
  Customer: 0x101,
  Contact: 0x102,
  Employee: 0x103,
  Department: 0x104,
  Role: 0x105,
  RecordShare: 0x106,
  Address: 0x107,
  ContactPoint: 0x108,
  PersonalDataErasure: 0x109,
  ApiKey: 0x10b,
  SessionRevocation: 0x10c,
  Notification: 0x10d,
  Lead: 0x201,
  Product: 0x301,
  Contract: 0x401,
  ServiceRequest: 0x501,
  Campaign: 0x601,
  TimelineEntry: 0x701,
  Event: 0xf01,
  Timer: 0xf02,
  Tenant: 0xf03,
} as const satisfies Record<string, number>;

export type IdType = keyof typeof ID_TYPES;
