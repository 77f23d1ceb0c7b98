import { sha256 } from '@noble/hashes/sha2.js';
import { encodeBase64url } from '../bytes/base64url.ts';
import { encodeUtf8 } from '../bytes/utf8.ts';

/** What stands in a word that is given ahead in the place of the code: whoever reads the word learns no code that is still to be typed. */
export function wardCodeHash(delegation: string, code: string): string {
  return encodeBase64url(sha256(encodeUtf8(`${delegation} ${code}`)));
}
