import { z } from 'zod';

/** The shapes that several sales events share. */
export const id = z.uuid();
export const instant = z.iso.datetime();
export const leadStatus = z.enum(['NEW', 'ASSIGNED', 'CONTACTED', 'NURTURING', 'QUALIFIED', 'DISQUALIFIED']);
/** Names of the fields that changed: the values are on the state topic, where they can be erased. */
export const changed = z.array(z.string());
/** From where to where a lead went. */
export const move = { from: leadStatus, to: leadStatus };
