import { decodeBase64url } from '../bytes/base64url.ts';
import { equalBytes } from '../bytes/equal.ts';
import type { MeetingCode } from '../counter-code/parse-code.ts';
import * as limits from '../limits.ts';
import { meetingMac } from './meeting-mac.ts';

/**
 * Whether a code is genuine (first, and in constant time) and fresh: not older than a counter's may be, for both stand together.
 * @param at.openedAt when the meeting was opened, epoch milliseconds, by the same clock as `now`
 */
export function checkMeetingCode(
  { meeting: { token, elapsed, mac } }: MeetingCode,
  at: { secret: Uint8Array; openedAt: number; now: number },
): 'valid' | 'stale' | 'forged' {
  if (!equalBytes(meetingMac(at.secret, { token, elapsed }), decodeBase64url(mac))) return 'forged';
  const age = at.now - (at.openedAt + elapsed * 1000);
  return age <= limits.counterCodeMaxAge && age >= -limits.counterCodeMaxAhead ? 'valid' : 'stale';
}
