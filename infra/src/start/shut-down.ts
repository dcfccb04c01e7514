import type { Part } from './keep-running.ts';

/** In all less than five seconds: what needs longer is ended. */
const GATEWAY_GRACE_MS = 1_000;
const SERVICE_GRACE_MS = 1_800;
const SERVER_GRACE_MS = 1_800;
const SERVERS = ['postgres', 'kafka'];

const stopAll = (parts: readonly Part[], graceMs: number) =>
  Promise.allSettled(parts.map((part) => part.stop(graceMs)));

/** Stops what was started, in the opposite order: first who asks, then who answers, then who remembers. */
export const shutDown = async (parts: readonly Part[]): Promise<void> => {
  const servers = parts.filter(({ name }) => SERVERS.includes(name));
  const gateways = parts.filter(({ name }) => name === 'gateway');
  const services = parts.filter((part) => !servers.includes(part) && !gateways.includes(part));
  await stopAll(gateways, GATEWAY_GRACE_MS);
  await stopAll(services, SERVICE_GRACE_MS);
  await stopAll(servers, SERVER_GRACE_MS);
};
