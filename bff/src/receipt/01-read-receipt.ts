import { hkdfSync } from 'node:crypto';
import { encodeBase64url } from '../../../shared/bytes/base64url.ts';
import type { ReceiptAnswer } from '../../../shared/contract/receipt/01-read-receipt.ts';
import * as limits from '../../../shared/limits.ts';
import type { Ports } from '../ports/ports.ts';
import { networkOf } from '../quota/network-of.ts';
import { take } from '../quota/take.ts';

const encapsulatedLength = 32;
const tagLength = 16;
const leafLength = 32;

/**
 * What lies under a locator. Where nothing does it is made up, the same each time for the same locator, so that guessing tells nobody
 * whether there is a receipt: only the device that has the key can tell. Who asks is not asked.
 * @throws Problem too-many-requests, authority-unavailable
 */
export async function readReceipt(ports: Ports, source: string, locator: string): Promise<ReceiptAnswer> {
  await take(ports, [{ quota: 'receipt-reads-by-network', subject: networkOf(source) }]);
  const madeUp = makeUp(ports, locator);
  const [row] = await ports.db.read('select sealed, leaf from receipts where locator = :locator', {
    locator,
  });
  const found = row === undefined ? madeUp : { sealed: String(row.sealed), leaf: String(row.leaf) };
  return { ...found, keyList: await ports.authority.readKeyList() };
}

/** As many bytes of a keyed stream as a receipt and its leaf have. Made whether or not they are needed, so that the time tells nothing. */
function makeUp({ settings }: Pick<Ports, 'settings'>, locator: string): { sealed: string; leaf: string } {
  const length = encapsulatedLength + limits.receiptPlaintext + tagLength;
  const stream = hkdfSync('sha256', settings.holderPepper, locator, 'receipt made up', length + leafLength);
  const bytes = new Uint8Array(stream);
  return {
    sealed: encodeBase64url(bytes.subarray(0, length)),
    leaf: encodeBase64url(bytes.subarray(length)),
  };
}
