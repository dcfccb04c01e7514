import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

/** Whether somebody's word about an address is believed. */
export type Trusts = (address: string | undefined) => boolean;

/** Names for several networks at once, as reverse proxies know them. */
const NAMED: Readonly<Record<string, readonly string[]>> = {
  loopback: ['127.0.0.0/8', '::1/128'],
  linklocal: ['169.254.0.0/16', 'fe80::/10'],
  uniquelocal: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'],
};

/** Trusts the listed addresses and networks. Throws when one of them is neither. */
export const trustIn = (proxies: readonly string[]): Trusts => {
  const list = new BlockList();
  for (const each of proxies.flatMap((name) => NAMED[name] ?? [name])) {
    const [address = '', bits] = each.split('/', 2);
    if (bits === undefined) list.addAddress(address, familyOf(address));
    else list.addSubnet(address, Number(bits), familyOf(address));
  }
  return (address = '') => isIP(address) !== 0 && list.check(address, familyOf(address));
};

const familyOf = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** Where a request comes from: the last in `x-forwarded-for` whom no trusted proxy has put there. */
export const addressOf =
  (trusts: Trusts) =>
  ({ headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>): string => {
    const said = headers['x-forwarded-for'] ?? '';
    const claimed = (typeof said === 'string' ? said : said.join()).split(',').reverse();
    let address = socket.remoteAddress ?? '';
    for (const next of claimed.map((each) => each.trim()).filter(Boolean)) {
      if (!trusts(address)) return address;
      address = next;
    }
    return address;
  };
