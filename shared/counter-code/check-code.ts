import { decodeBase64url } from '../bytes/base64url.ts';
import { equalBytes } from '../bytes/equal.ts';
import { type CodeFields, codeMac } from './code-mac.ts';
import type { RotatingCode } from './parse-code.ts';

export interface CheckCodeInput extends Omit<CodeFields, 'token' | 'elapsed'> {
  parsed: RotatingCode;
  secret: Uint8Array;
  /** When the session opened, epoch milliseconds, by the same clock as `now`. */
  openedAt: number;
  now: number;
  maxAgeMs: number;
  /** How far a code may lie in the future. */
  maxAheadMs: number;
}

/** Whether a code is genuine (first, and in constant time) and fresh. */
export function checkCode(input: CheckCodeInput): 'valid' | 'stale' | 'forged' {
  const { parsed, secret, rpId, counterId, scene, purpose } = input;
  const { token, elapsed } = parsed;
  const mac = codeMac(secret, { token, elapsed, rpId, counterId, scene, purpose });
  if (!equalBytes(mac, decodeBase64url(parsed.mac))) return 'forged';
  const age = input.now - (input.openedAt + elapsed * 1000);
  return age <= input.maxAgeMs && age >= -input.maxAheadMs ? 'valid' : 'stale';
}
