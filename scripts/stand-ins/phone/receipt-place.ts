import type { Holder } from '../../../miniprogram/src/holder/holder.ts';
import { encodeBase64url } from '../../../shared/bytes/base64url.ts';
import type { Random } from '../../../shared/bytes/random.ts';
import type { ReceiptWanted } from '../../../shared/contract/attempt/03-challenge.ts';
import { stateReceiptKey } from '../../../shared/receipt/state-receipt-key.ts';
import type { StatedFor } from '../../../shared/receipt/stated-for.ts';
import { x25519PublicKey } from '../../../shared/seal/x25519.ts';

/** Where a phone without a vault keeps the receipt of one check, or whoever takes a ward's face the ward's own copy, as long as the program runs. */
export interface ReceiptPlace {
  privateKey: Uint8Array;
  locator: string;
  /** What that device asks for. */
  wantedBy(holder: Pick<Holder, 'device'>): ReceiptWanted;
}

/** A place with a receipt key of its own. */
export function newReceiptPlace(random: Random, of: StatedFor = 'own'): ReceiptPlace {
  const privateKey = random(32);
  const locator = encodeBase64url(random(16));
  return {
    ...{ privateKey, locator },
    wantedBy: ({ device }) => ({ locator, key: stateReceiptKey(device, x25519PublicKey(privateKey), of) }),
  };
}
