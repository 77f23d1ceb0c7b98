import { decodeBase64url } from '../../../shared/bytes/base64url.ts';
import type { HolderView } from '../../../shared/contract/holder-view.ts';
import type { ClaimBody } from '../../../shared/contract/verify/02-claim.ts';
import { checkCode } from '../../../shared/counter-code/check-code.ts';
import { parseCode } from '../../../shared/counter-code/parse-code.ts';
import { levelSuffices } from '../../../shared/levels.ts';
import { limits } from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import { readCredential } from '../credential/credential.ts';
import type { HolderCaller } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';
import { change, living } from '../session/change.ts';
import { holderView } from '../session/holder-view.ts';
import { load } from '../session/load.ts';
import { deviceOf } from '../session/row.ts';
import type { InState, Session } from '../session/session.ts';
import { drawWord } from './02-draw-word.ts';

/**
 * A phone takes the session whose code it scanned, once and for one device. The code is judged before the session is looked at.
 * @throws Problem code-unreadable, code-forged, code-stale, session-taken, session-over, credential-missing, credential-void, level-too-low,
 * too-many-requests
 */
export async function claim(ports: Ports, caller: HolderCaller, body: ClaimBody): Promise<HolderView> {
  const session = await sessionOfCode(ports, body.code);
  if (session.state !== 'open') return holderView(ports, alreadyTaken(caller, session));

  const credential = await readCredential(ports, caller.holderId);
  if (credential === undefined) throw new Problem('credential-missing');
  if (credential.status === 'void') throw new Problem('credential-void');
  if (!levelSuffices(credential.level, session.asked.request.level)) throw new Problem('level-too-low');

  const next = {
    ...living(session),
    state: 'claimed' as const,
    consent: 'not-given' as const,
    deadline: ports.now() + limits.claimedLifetime,
    claim: {
      holderId: caller.holderId,
      deviceThumbprint: caller.deviceThumbprint,
      shows: 'credential' as const,
      credential: credential.handle,
      scanned: 'fresh' as const,
      ...drawWord(ports.random, session.asked.request.word, 'fresh'),
      attempts: 0,
      hints: [],
    },
  };
  const place = { quota: 'live-checks-by-device', subject: caller.deviceThumbprint } as const;
  const claimed = await change(ports, session, next, [], [place]);
  if (typeof claimed === 'string') return claim(ports, caller, body);
  void ports.audit({ event: 'session-claimed', by: 'holder', sessionId: session.id });
  return holderView(ports, claimed);
}

async function sessionOfCode(ports: Ports, scanned: string): Promise<Session> {
  const parsed = parseCode(scanned);
  if (parsed === undefined) throw new Problem('code-unreadable');
  const [row] = await ports.db.read('select id from sessions where code_token = :token', {
    token: parsed.token,
  });
  const session = row && (await load(ports, String(row.id)));
  if (session?.asked.by !== 'counter') throw new Problem('code-forged');
  const { asked } = session;
  // The secret died with the session: whatever the code was, its time is over.
  if (!('code' in asked)) throw new Problem('code-stale');
  const finding = checkCode({
    parsed,
    secret: decodeBase64url(asked.code.secret),
    ...asked.request,
    openedAt: session.openedAt,
    now: ports.now(),
    maxAgeMs: limits.counterCodeMaxAge,
    maxAheadMs: limits.counterCodeMaxAhead,
  });
  switch (finding) {
    case 'valid':
      return session;
    case 'stale':
      throw new Problem('code-stale');
    case 'forged':
      throw new Problem('code-forged');
  }
}

/** The same phone scanning again goes on where it was, as after a reload. */
function alreadyTaken(caller: HolderCaller, session: Exclude<Session, InState<'open'>>): Session {
  if (deviceOf(session) !== caller.deviceThumbprint) throw new Problem('session-taken');
  return session;
}
