import { createHmac } from 'node:crypto';
import { networkOf } from '../quota/network-of.ts';

/** What the SMS tables know of a number, a device, a network address and a code: keyed hashes, each under a label of its own. */
export interface SmsHashes {
  number: string;
  device: string;
  network: string;
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
    network: keyed('source', networkOf(source)),
    code: (code) => keyed('code', `${phone}|${deviceThumbprint}|${code}`),
  };
}
