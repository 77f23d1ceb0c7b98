import { parseCode } from './parse-code.ts';

/**
 * The address of a code that stays the same as long as it lives, `https://<host>/q/d.<128 bits>`: for clients that show a code once.
 * It is no proof of standing at the counter, and every claim by it is late.
 * @throws RangeError where the parts do not make a code that `parseCode` accepts
 */
export function lastingCode(baseUrl: string, bits: string): string {
  const code = `${baseUrl.replace(/\/$/, '')}/q/d.${bits}`;
  if (parseCode(code) === undefined) throw new RangeError('lasting code: bits or base URL out of form');
  return code;
}
