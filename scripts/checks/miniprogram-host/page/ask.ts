import type { PhoneAnswers } from './globals.ts';

/** Asks the phone in Node. @throws Error where the phone says no */
export async function ask<K extends keyof PhoneAnswers>(
  what: K,
  details: object = {},
): Promise<PhoneAnswers[K]> {
  return await window.askPhone(what, details);
}
