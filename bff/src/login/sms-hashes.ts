import { createHmac } from 'node:crypto';
import { isIPv6 } from 'node:net';

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
function networkOf(address: string): string {
  const mapped = /^::ffff:([0-9.]+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(address)) return address;
  const [head = '', tail = ''] = address.toLowerCase().split('%')[0]?.split('::') ?? [];
  const before = head.split(':').filter((part) => part !== '');
  const after = tail.split(':').filter((part) => part !== '');
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0');
  const groups = [...before, ...zeros, ...after].slice(0, 4);
  return groups.map((group) => group.replace(/^0+(?=.)/, '')).join(':');
}
