import { z } from 'zod';

/** The shapes that several customer events share. */
export const id = z.uuid();
export const instant = z.iso.datetime();
export const customerKind = z.enum(['ORGANIZATION', 'PERSON']);
export const lifecycle = z.enum(['PROSPECT', 'ACTIVE', 'DORMANT', 'CHURNED']);
/** Names of the fields that changed: the values are on the state topic, where they can be erased. */
export const changed = z.array(z.string());
