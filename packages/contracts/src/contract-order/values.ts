import { z } from 'zod';

/** The shapes that several contract events share. */
export const id = z.uuid();
export const instant = z.iso.datetime();
export const day = z.iso.date();
export const contractType = z.enum(['ONE_OFF', 'ANNUAL', 'FRAMEWORK', 'SUBSCRIPTION', 'SERVICE']);
export const contractStatus = z.enum(['DRAFT', 'VOIDED']);
/** An exact amount in the currency's decimals. */
export const money = z.object({ amount: z.string(), currency: z.string() });
