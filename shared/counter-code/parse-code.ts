import { codePattern, plainCode } from './plain-code.ts';

/** A code that its counter makes anew each second. */
export interface RotatingCode {
  token: string;
  /** Whole seconds since the session opened, as the code claims. */
  elapsed: number;
  /** base64url of 128 bits. */
  mac: string;
}

/** A code that stays the same: a secret that the BFF made, base64url of 128 bits. */
export interface LastingCode {
  lasting: string;
}

export type ParsedCode = RotatingCode | LastingCode;

/**
 * Reads the shape of a scanned text, the whole URL or its last part, with whatever apps have hung on to it. Says nothing yet
 * about whether it is genuine.
 */
export function parseCode(text: string): ParsedCode | undefined {
  const [, token, elapsed, mac, lasting] = codePattern.exec(plainCode(text) ?? '') ?? [];
  if (lasting !== undefined) return { lasting };
  if (token === undefined || elapsed === undefined || mac === undefined) return undefined;
  return { token, elapsed: Number(elapsed), mac };
}
