import { encodeBase64url } from '../bytes/base64url.ts';
import { type SigningDevice, stateByDevice } from '../jws/state-by-device.ts';

/**
 * What a device says of its receipt key, signed by its device key (JWS ES256, typ `lz-receipt-key+jwt`, kid the thumbprint): by it the
 * authority knows that no BFF put a key of its own there. It is the same each time, and tells nothing that the BFF does not know.
 */
export function stateReceiptKey(device: SigningDevice, publicKey: Uint8Array): string {
  return stateByDevice(device, 'lz-receipt-key+jwt', { key: encodeBase64url(publicKey) });
}
