import { decodeBase64url, encodeBase64url } from '../../../shared/bytes/base64url.ts';
import type { ReceiptWanted } from '../../../shared/contract/attempt/03-challenge.ts';
import type { Slip } from '../../../shared/receipt/slip-address.ts';
import { stateReceiptKey } from '../../../shared/receipt/state-receipt-key.ts';
import { x25519PublicKey } from '../../../shared/seal/x25519.ts';
import type { Holder } from '../holder/holder.ts';
import { noteCopy, wardCopies } from './receipts.ts';

/**
 * Where the own copy of a ward is to be kept whose face this phone takes, by a key that is made for it alone and stated by this device. Both are in the vault
 * before anybody is told. The same session has one, however many attempts it takes.
 * @throws HolderProblem randomness-missing
 */
export async function wantCopy(holder: Holder, sessionId: string): Promise<ReceiptWanted> {
  const known = await keptCopy(sessionId);
  if (known !== undefined) return wantedOf(holder, known);
  const random = await holder.randomFor(48);
  const made = { locator: encodeBase64url(random(16)), privateKey: random(32) };
  const { locator, privateKey } = made;
  await noteCopy({
    ...{ id: sessionId, locator, key: encodeBase64url(privateKey), at: holder.platform.clock.now() },
  });
  return wantedOf(holder, made);
}

/** The copy of that session, which the ward has not taken yet; undefined where there is none here, or none any more. */
export async function keptCopy(sessionId: string): Promise<Slip | undefined> {
  const kept = (await wardCopies()).find(({ id }) => id === sessionId);
  return kept && { locator: kept.locator, privateKey: decodeBase64url(kept.key) };
}

/** The ward has it: the key that reads it stays here no longer. Resolves once it is gone. */
export async function letCopyGo(sessionId: string): Promise<void> {
  const kept = (await wardCopies()).find(({ id }) => id === sessionId);
  if (kept !== undefined) await noteCopy({ ...kept, given: true });
}

function wantedOf({ device }: Holder, { locator, privateKey }: Slip): ReceiptWanted {
  return { locator, key: stateReceiptKey(device, x25519PublicKey(privateKey), 'copy') };
}
