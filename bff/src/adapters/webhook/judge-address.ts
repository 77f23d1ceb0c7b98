import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** All that is routed to one machine on the Internet (RFC 4291 section 2.4), less what IANA keeps for special purposes. */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3');
/** Kept for special purposes since, or not told apart by the library: documentation (RFC 9637), protocol assignments (RFC 2928), AS112. */
const special = ['3fff::/20', '2001::/23', '2620:4f:8000::/48'].map((range) => ipaddr.IPv6.parseCIDR(range));

/**
 * Whether a connection to the address leads to one machine of the public Internet: by a list of what may be, not of what may not. What
 * carries another address inside (IPv4-mapped, NAT64, 6to4, Teredo) does not count, whichever it is.
 */
export function isPublic(text: string): boolean {
  const address = read(text);
  if (address === undefined || address.range() !== 'unicast') return false;
  if (address.kind() === 'ipv4') return true;
  const isIn = (range: [ipaddr.IPv6, number]) => address.match(range);
  return isIn(globalUnicast) && !special.some(isIn);
}

/** Whether it is this machine, in the two forms that are meant to be: not mapped or translated. */
export function isLoopback(text: string): boolean {
  return read(text)?.range() === 'loopback';
}

/** Whether it is in a private network (RFC 1918, RFC 4193). */
export function isPrivate(text: string): boolean {
  const range = read(text)?.range();
  return range === 'private' || range === 'uniqueLocal';
}

function read(text: string): ipaddr.IPv4 | ipaddr.IPv6 | undefined {
  // With a zone it names an interface of this machine.
  return isIP(text) !== 0 && !text.includes('%') ? ipaddr.parse(text) : undefined;
}
