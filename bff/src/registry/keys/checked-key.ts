import { encodeBase64url } from '../../../../shared/bytes/base64url.ts';
import type { PublicKey } from '../../../../shared/contract/operator/terms.ts';
import { pointOf } from '../../../../shared/jws/public-jwk.ts';
import { thumbprint } from '../../../../shared/jws/thumbprint.ts';
import { Problem } from '../../../../shared/problem.ts';

/** A key that is a point of the curve: `x` in its one spelling, the same for the point and its negative, of which one holder has both. */
export interface CheckedKey extends PublicKey {
  thumbprint: string;
}

/** @throws Problem key-invalid for a point off the curve, or a coordinate in another spelling than the one of base64url */
export function checkedKey(key: PublicKey): CheckedKey {
  try {
    const x = encodeBase64url(pointOf(key).subarray(1, 33));
    return { ...key, x, thumbprint: thumbprint(key) };
  } catch (cause) {
    throw new Problem('key-invalid', { cause });
  }
}
