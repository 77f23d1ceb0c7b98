import { Problem } from '../../../shared/problem.ts';
import { readReceiptKey } from '../../../shared/receipt/read-receipt-key.ts';
import { exportBox } from '../../../shared/receipt/receipt-box.ts';
import { sealReceipt } from '../../../shared/receipt/seal-receipt.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import { credentialNow } from './credential-standing.ts';
import { heldOf } from './held-of.ts';

type Needs = Pick<AuthorityPorts, 'keys' | 'now' | 'random' | 'settings' | 'store'>;

/**
 * All that is held of the person of a credential, signed, and sealed to the receipt key that the very device has stated for which the credential
 * was issued: a BFF that asks for another, or for itself, gets nothing.
 * @throws Problem credential-missing, export-refused, receipt-key-refused
 */
export function exportHeld(ports: Needs, handle: string, receiptKey: string): string {
  const credential = credentialNow(ports, handle);
  if (credential === undefined) throw new Problem('credential-missing');
  const { device, state } = credential;
  // Its phone lost its place: whoever has it now is not known here.
  if (device === undefined || state === 'unusable') throw new Problem('export-refused');
  const key = readReceiptKey(receiptKey, device);
  if (key === undefined) throw new Problem('export-refused');
  const signed = ports.keys.sign('lz-export+jwt', heldOf(ports, credential, device));
  return sealReceipt(signed, key, ports.random, exportBox);
}
