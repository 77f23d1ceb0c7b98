import { hash } from 'node:crypto';
import { encodeBase64url } from '../../../shared/bytes/base64url.ts';
import type { Random } from '../../../shared/bytes/random.ts';

/** A fresh secret of 256 bits in 43 letters, and the SHA-256 by which alone the store knows it. */
export function newSecret(random: Random, prefix = ''): { secret: string; hash: string } {
  const secret = prefix + encodeBase64url(random(32));
  return { secret, hash: secretHash(secret) };
}

/** SHA-256, base64url: as good as the secret itself to be looked up by, and worth nothing to whoever reads the table. */
export function secretHash(secret: string): string {
  return hash('sha256', secret, 'base64url');
}
