import { z } from 'zod';

import { Trouble } from '../local/trouble.ts';
import type { Services } from './ask.ts';

const SERVICES = z.record(z.string(), z.url({ protocol: /^https?$/ }));

/** `EVENTS_SERVICES`, a JSON object of operations addresses by service: for services that no suite.json names. */
export const servicesOfEnvironment = (
  env: Readonly<Record<string, string | undefined>> = process.env,
): Services | null => {
  const said = env.EVENTS_SERVICES;
  if (said === undefined) return null;
  try {
    return SERVICES.parse(JSON.parse(said));
  } catch {
    throw new Trouble('EVENTS_SERVICES is not a JSON object of addresses by service.');
  }
};
