import { codePattern, plainCode } from './plain-code.ts';

export interface ParsedCode {
  token: string;
  /** Whole seconds since the session opened, as the code claims. */
  elapsed: number;
  /** base64url of 128 bits. */
  mac: string;
}

/**
 * Reads the shape of a scanned text, the whole URL or its last part, with whatever apps have hung on to it. Says nothing yet
 * about whether it is genuine.
 */
export function parseCode(text: string): ParsedCode | undefined {
  const [, token, elapsed, mac] = codePattern.exec(plainCode(text) ?? '') ?? [];
  if (token === undefined || elapsed === undefined || mac === undefined) return undefined;
  return { token, elapsed: Number(elapsed), mac };
}
