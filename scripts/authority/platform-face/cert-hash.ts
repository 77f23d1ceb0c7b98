import { createHash } from 'node:crypto';
import type { PlainIdentity } from './face-verifier.ts';

/** The one kind of document that this product knows. */
export const certType = 'IDENTITY_CARD';

/** WeChat's digest of an identity: the three fields in standard base64, joined, SHA-256 in lower-case hex. */
export function certHash({ name, idNumber }: PlainIdentity): string {
  const [type, certName, certNo] = [certType, name, idNumber].map((text) =>
    Buffer.from(text).toString('base64'),
  );
  return createHash('sha256')
    .update(`cert_type=${type}&cert_name=${certName}&cert_no=${certNo}`)
    .digest('hex');
}
