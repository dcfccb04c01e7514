import { z } from 'zod';

/** The shapes that several service events share. */
export const id = z.uuid();
export const instant = z.iso.datetime();
export const requestKind = z.enum([
  'QUESTION',
  'INCIDENT',
  'PROBLEM',
  'COMPLAINT',
  'SUGGESTION',
  'RETURN',
  'INSTALLATION',
  'MAINTENANCE',
]);
export const requestChannel = z.enum(['PHONE', 'WEB', 'PORTAL', 'EMAIL', 'CHAT', 'SMS', 'WECHAT', 'VISIT', 'API']);
export const requestLevel = z.enum(['LOW', 'MEDIUM', 'HIGH']);
export const requestPriority = z.enum(['LOW', 'NORMAL', 'HIGH', 'URGENT']);
export const requestStatus = z.enum([
  'NEW',
  'ASSIGNED',
  'IN_PROGRESS',
  'PENDING_CUSTOMER',
  'PENDING_THIRD_PARTY',
  'RESOLVED',
  'CLOSED',
  'REOPENED',
  'CANCELLED',
]);
/** Names of the fields that changed: the values are on the state topic, where they can be erased. */
export const changed = z.array(z.string());
