import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { encodeBase64url } from '../bytes/base64url.ts';
import { concatBytes } from '../bytes/concat.ts';
import { encodeU32 } from '../bytes/length-prefixed.ts';
import { drawRandom, type Random } from '../bytes/random.ts';
import { encodeUtf8 } from '../bytes/utf8.ts';
import { hpkeSetupSender } from '../seal/hpke.ts';
import { receiptBox } from './receipt-box.ts';

/**
 * Seals a signed receipt, or what another box is for, to a device's receipt key (README.md of this folder): `enc | HPKE base mode of (length, receipt, zeros)`,
 * base64url. All are of one length.
 * @throws RangeError where the receipt does not fit @throws Error where the key has a small order
 */
export function sealReceipt(
  receipt: string,
  publicKey: Uint8Array,
  random: Random,
  { info, plaintext } = receiptBox,
): string {
  const text = encodeUtf8(receipt);
  const plain = new Uint8Array(plaintext);
  if (text.length + 4 > plain.length) throw new RangeError('a receipt is too long');
  plain.set(encodeU32(text.length));
  plain.set(text, 4);
  const ephemeral = drawRandom(random, 32);
  const { enc, key, baseNonce } = hpkeSetupSender(publicKey, info, ephemeral);
  const sealed = chacha20poly1305(key, baseNonce).encrypt(plain);
  for (const secret of [ephemeral, key, plain]) secret.fill(0);
  return encodeBase64url(concatBytes(enc, sealed));
}
