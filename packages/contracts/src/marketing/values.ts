import { z } from 'zod';

/** The shapes that several marketing events share. */
export const id = z.uuid();
export const instant = z.iso.datetime();
export const day = z.iso.date();
export const campaignType = z.enum(['EVENT', 'CONTENT', 'ADVERTISING', 'DIRECT', 'REFERRAL', 'PARTNER', 'OTHER']);
export const campaignChannel = z.enum(['EMAIL', 'SMS', 'WECHAT', 'PHONE', 'WEB', 'SOCIAL', 'PRINT', 'EVENT', 'PUSH']);
export const campaignStatus = z.enum(['PLANNED', 'ACTIVE', 'PAUSED', 'COMPLETED', 'CANCELLED']);
/** An exact amount, in whole and in decimals as text: never a float. */
export const money = z.object({ amount: z.string(), currency: z.string().length(3) });
/** Names of the fields that changed: the values are on the state topic. */
export const changed = z.array(z.string());
