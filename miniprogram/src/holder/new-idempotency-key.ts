import { encodeBase64url } from '../../../shared/bytes/base64url.ts';
import type { Holder } from './holder.ts';

/** An Idempotency-Key: 32 letters. @throws HolderProblem randomness-missing */
export async function newIdempotencyKey(holder: Holder): Promise<string> {
  const random = await holder.randomFor(24);
  return encodeBase64url(random(24));
}
