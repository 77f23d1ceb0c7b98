import { encodeBase64url } from '../bytes/base64url.ts';
import { type SigningDevice, stateByDevice } from '../jws/state-by-device.ts';
import { type StatedFor, statedFor } from './stated-for.ts';

/**
 * What a device says of a receipt key, signed by its device key (JWS ES256, kid the thumbprint, the type of `statedFor`): by it the
 * authority knows that no BFF put a key of its own there. Of the same key it is the same each time, and tells nothing that the BFF does not know.
 */
export function stateReceiptKey(device: SigningDevice, publicKey: Uint8Array, of: StatedFor = 'own'): string {
  return stateByDevice(device, statedFor[of], { key: encodeBase64url(publicKey) });
}
