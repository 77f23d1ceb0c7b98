import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Whoever has one IPv6 address has its whole /64; an IPv4 address stands for itself, however it is written. */
export function networkOf(source: string): string {
  if (isIP(source) === 0) return source;
  const address = ipaddr.process(source);
  if (address instanceof ipaddr.IPv4) return address.toString();
  return address.parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(':');
}
