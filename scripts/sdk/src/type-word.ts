import { type CheckView, isView } from './guards.ts';
import type { Link } from './link.ts';

/**
 * The clerk types the three digits that the guest said. `word` of the answer is `again` after a first try that does not fit; whether the last one
 * fitted is told by the end alone. The same digits sent again are no other try.
 * @throws TypeError where they are not three digits; Refused (`step-out-of-order`, `session-over`), Unreachable
 */
export async function typeWord(link: Link, sessionId: string, word: string): Promise<CheckView> {
  const digits = word.normalize('NFKC').replaceAll(/\s/g, '');
  if (!/^[0-9]{3}$/.test(digits)) throw new TypeError('the counter word is three digits');
  const path = `/counter/v1/sessions/${sessionId}/word`;
  return await link.ask({ method: 'POST', path, body: { word: digits }, repeatable: true }, isView);
}
