import { encodeBase64url } from '../bytes/base64url.ts';
import { encodeHex } from '../bytes/hex.ts';
import type { Random } from '../bytes/random.ts';
import { publicJwkOf } from '../jws/public-jwk.ts';
import { thumbprint } from '../jws/thumbprint.ts';
import { type LeafFields, leafOf } from '../receipt/leaf-of.ts';
import { sealReceipt } from '../receipt/seal-receipt.ts';
import { stateReceiptKey } from '../receipt/state-receipt-key.ts';
import { x25519PublicKey } from '../seal/x25519.ts';

const ascending = (length: number, first: number) => Uint8Array.from({ length }, (_, i) => first + i);

const check: LeafFields = {
  ...{ iss: 'liangzheng-sandbox', iat: 1_800_000_000, sandbox: true, ceremony: 'verify' },
  ...{ sessionId: 'ses_J2fT0qXv9mYkWb3LrHs7Qw', rpId: 'rp_my-hotel', rpName: '云栖酒店' },
  ...{ counterId: 'cnt_my-hotel-1', counterName: '前台一号', place: '西湖区云栖路 1 号' },
  ...{ scene: 'hotel', purpose: 'check-in', level: 'basic', outcome: 'pass' },
};
const nobody = { rpId: '', rpName: '', counterId: '', counterName: '', place: '', scene: '', purpose: '' };
const application: LeafFields = { ...check, ...nobody, ceremony: 'apply', sandbox: false, outcome: 'fail' };

/** Keys, statements, leaves and sealed receipts with all that another implementation needs to make the same bytes. */
export function makeReceiptVectors() {
  const privateKey = ascending(32, 0x60);
  const publicKey = x25519PublicKey(privateKey);
  const deviceKey = ascending(32, 0x20);
  const publicJwk = publicJwkOf(deviceKey);
  const device = { privateKey: deviceKey, publicJwk, thumbprint: thumbprint(publicJwk) };
  const leaves = [check, application].map((fields, place) => {
    const salt = encodeBase64url(ascending(16, 0x10 * (place + 1)));
    return { salt, fields, leaf: leafOf(salt, fields) };
  });
  const sealed = ['header.payload.signature', 'r'.repeat(3068)].map((receipt, place) => {
    const ephemeral = ascending(32, 0x80 + place);
    const random: Random = () => ephemeral.slice();
    return { receipt, ephemeral: encodeHex(ephemeral), sealed: sealReceipt(receipt, publicKey, random) };
  });
  return {
    receiptKey: { privateKey: encodeHex(privateKey), publicKey: encodeHex(publicKey) },
    device: { privateKey: encodeHex(deviceKey), thumbprint: device.thumbprint },
    statement: stateReceiptKey(device, publicKey),
    leaves,
    sealed,
  };
}
