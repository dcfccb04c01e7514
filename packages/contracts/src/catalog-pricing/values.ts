import { z } from 'zod';

/** The shapes that several catalog events share. */
export const id = z.uuid();
export const instant = z.iso.datetime();
export const productKind = z.enum(['GOODS', 'SERVICE', 'SUBSCRIPTION', 'PART']);
export const productStatus = z.enum(['DRAFT', 'PUBLISHED', 'RETIRED']);
