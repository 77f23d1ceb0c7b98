import { createHmac } from 'node:crypto';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** What the SMS tables know of a number, a device, a network address and a code: keyed hashes, each under a label of its own. */
export interface SmsHashes {
  number: string;
  device: string;
  source: string;
  /** Of a code of this number on this device. */
  code(code: string): string;
}

/** A number has ten unknown digits: without the pepper nobody can try them out. */
export function smsHashes(
  pepper: Uint8Array,
  { phone, deviceThumbprint, source }: { phone: string; deviceThumbprint: string; source: string },
): SmsHashes {
  const keyed = (label: string, text: string) =>
    createHmac('sha256', pepper).update(`sms ${label}|${text}`).digest('base64url');
  return {
    number: keyed('number', phone),
    device: keyed('device', deviceThumbprint),
    source: keyed('source', networkOf(source)),
    code: (code) => keyed('code', `${phone}|${deviceThumbprint}|${code}`),
  };
}

/** Whoever has one IPv6 address has its whole /64; an IPv4 address stands for itself, however it is written. */
function networkOf(source: string): string {
  if (isIP(source) === 0) return source;
  const address = ipaddr.process(source);
  if (address instanceof ipaddr.IPv4) return address.toString();
  return address.parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(':');
}
