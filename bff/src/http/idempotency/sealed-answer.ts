import { createCipheriv, createDecipheriv } from 'node:crypto';
import { decodeBase64url } from '../../../../shared/bytes/base64url.ts';
import type { Random } from '../../../../shared/bytes/random.ts';

const ivLength = 12;
const tagLength = 16;

/**
 * An answer as JSON, sealed with AES-256-GCM. `key` are 32 bytes that are stored nowhere: whoever reads the table reads nothing of what was
 * answered.
 */
export function sealAnswer(answer: unknown, key: Uint8Array, random: Random): string {
  const iv = random(ivLength);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  const sealed = Buffer.concat([cipher.update(JSON.stringify(answer), 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** @throws Error where it was sealed with another key, or is not whole */
export function openAnswer(text: string, key: Uint8Array): unknown {
  const bytes = decodeBase64url(text);
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, ivLength));
  decipher.setAuthTag(bytes.subarray(ivLength, ivLength + tagLength));
  const opened = Buffer.concat([decipher.update(bytes.subarray(ivLength + tagLength)), decipher.final()]);
  return JSON.parse(opened.toString('utf8'));
}
