import { sha256 } from '@noble/hashes/sha2.js';
import { decodeBase64url, encodeBase64url } from '../bytes/base64url.ts';
import { encodeUtf8 } from '../bytes/utf8.ts';
import type { CreatedPasskey } from '../contract/operator/passkey.ts';
import { publicJwkOf } from '../jws/public-jwk.ts';
import { stateByDevice } from '../jws/state-by-device.ts';
import { thumbprint } from '../jws/thumbprint.ts';

/** The passkey that was made, and in which ceremony. */
export interface MadePasskey {
  ceremony: string;
  passkey: Pick<CreatedPasskey, 'response'>;
}

/**
 * The key that an administrator's link carries behind its `#`: the link is known by the thumbprint, which is all that is sent, and opens nothing
 * without the key.
 * @param secret 32 bytes, base64url. @throws Error where it is no key
 */
export function inviteKey(secret: string) {
  const privateKey = decodeBase64url(secret);
  const publicJwk = publicJwkOf(privateKey);
  return { privateKey, publicJwk, thumbprint: thumbprint(publicJwk) };
}

/** That whoever has the link made this very passkey (JWS ES256, typ `lz-passkey+jwt`): by it the authority knows that no BFF put one of its own there. */
export function statePasskey(key: ReturnType<typeof inviteKey>, made: MadePasskey): string {
  return stateByDevice(key, 'lz-passkey+jwt', { ceremony: made.ceremony, passkey: attestationHash(made) });
}

/** SHA-256, base64url, of what has the key and the id of the passkey, as it is sent. */
export function attestationHash({ passkey }: MadePasskey): string {
  return encodeBase64url(sha256(encodeUtf8(passkey.response.attestationObject)));
}
