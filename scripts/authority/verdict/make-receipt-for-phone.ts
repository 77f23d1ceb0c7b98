import type { ReceiptForPhone } from '../../../shared/contract/authority/receipts.ts';
import type { CredentialHandle } from '../../../shared/ids.ts';
import type { Challenge } from '../ports/store.ts';
import { makeReceipts } from './make-receipts.ts';

/**
 * The receipt of a check that was passed by card, for the phone that has the credential: as if that phone had asked for it, by the key that it
 * stated last. None where it has stated none. That it went by card says its `ceremony` alone, inside the seal.
 */
export function makeReceiptForPhone(
  ports: Parameters<typeof makeReceipts>[0],
  challenge: Challenge,
  handle: CredentialHandle,
): ReceiptForPhone | undefined {
  const { credentials } = ports.store;
  const receiptKey = credentials.receiptKeyOf(handle);
  const deviceThumbprint = credentials.find(handle)?.device;
  if (receiptKey === undefined || deviceThumbprint === undefined) return undefined;
  const asked = { ...challenge.asked, receiptKey, deviceThumbprint };
  const made = makeReceipts(ports, { ...challenge, asked }, 'pass');
  return made?.pass && { forPhone: made.pass.sealed };
}
