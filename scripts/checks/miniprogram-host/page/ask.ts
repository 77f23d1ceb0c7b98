import type { PhoneAnswers } from './globals.ts';

/** Asks the phone in Node. @throws Error where the phone says no */
export async function ask<K extends keyof PhoneAnswers>(
  what: K,
  details: object = {},
): Promise<PhoneAnswers[K]> {
  return await window.askPhone(what, details);
}

/** Bytes cross between page and Node as base64. */
export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
