import { sha256 } from '@noble/hashes/sha2.js';
import { encodeBase64url } from '../bytes/base64url.ts';
import { lengthPrefixed } from '../bytes/length-prefixed.ts';
import type { Text } from '../text.ts';
import type { ConsentWords } from './texts-in-session.ts';

/** SHA-256, base64url, of the words that were shown in one language: title and text, each length-prefixed. By it a receipt names exactly them. */
export function hashConsentText({ title, words }: ConsentWords, language: keyof Text): string {
  return encodeBase64url(sha256(lengthPrefixed([title[language], words[language]])));
}
