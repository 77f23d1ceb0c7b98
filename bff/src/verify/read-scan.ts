import { decodeBase64url } from '../../../shared/bytes/base64url.ts';
import { checkCode } from '../../../shared/counter-code/check-code.ts';
import { type LastingCode, parseCode, type RotatingCode } from '../../../shared/counter-code/parse-code.ts';
import type { Scanned } from '../../../shared/counter-word.ts';
import * as limits from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import type { Ports } from '../ports/ports.ts';
import { sessionAtAddress } from '../session/device-codes.ts';
import { load } from '../session/load.ts';
import { isLiveCheck, type LiveCheck } from '../session/session.ts';

/** What a genuine code stands for at this moment: the check, and how a claim by it counts. */
export interface Scan {
  session: LiveCheck;
  counts: Scanned | 'no-more';
}

/**
 * Judges a scanned code, in constant time and before anything of the session is looked at.
 * @throws Problem code-unreadable, code-forged, code-stale where the check is over: its secret died with it; session-over where it is
 * over and its code stays the same, so that scanning again is of no use
 */
export async function readScan(ports: Ports, scanned: string): Promise<Scan> {
  const parsed = parseCode(scanned);
  if (parsed === undefined || 'meeting' in parsed) throw new Problem('code-unreadable');
  return 'lasting' in parsed ? readLasting(ports, parsed) : readRotating(ports, parsed);
}

/** A code that stays the same says nothing of when it was scanned: it is late, whenever it comes. */
async function readLasting(ports: Ports, { lasting }: LastingCode): Promise<Scan> {
  const sessionId = await sessionAtAddress(ports, lasting);
  const session = sessionId === undefined ? undefined : await load(ports, sessionId);
  if (session === undefined) throw new Problem('code-forged');
  if (!isLiveCheck(session)) throw new Problem('session-over');
  return { session, counts: lateAt(session) };
}

async function readRotating(ports: Ports, parsed: RotatingCode): Promise<Scan> {
  const [row] = await ports.db.read('select id from sessions where code_token = :token', {
    token: parsed.token,
  });
  const session = row && (await load(ports, String(row.id)));
  if (session?.asked.by !== 'counter') throw new Problem('code-forged');
  if (!isLiveCheck(session)) throw new Problem('code-stale');
  const { openedAt, asked } = session;
  const now = ports.now();
  const finding = checkCode({
    parsed,
    secret: decodeBase64url(asked.code.secret),
    ...asked.request,
    openedAt,
    now,
    maxAgeMs: limits.lateCodeMaxAge,
    maxAheadMs: limits.counterCodeMaxAhead,
  });
  switch (finding) {
    case 'forged':
      throw new Problem('code-forged');
    case 'stale':
      return { session, counts: 'no-more' };
    case 'valid': {
      const age = now - (openedAt + parsed.elapsed * 1000);
      return { session, counts: age <= limits.counterCodeMaxAge ? 'fresh' : lateAt(session) };
    }
  }
}

/** How whatever is not fresh counts at a check: under the policy `never` not at all, since nobody would ask for the counter word. */
export function lateAt({ asked }: LiveCheck): 'late' | 'no-more' {
  return asked.request.word === 'never' ? 'no-more' : 'late';
}
