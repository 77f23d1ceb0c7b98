import { ceremonies } from '../../../shared/ceremonies.ts';
import type { CeremonyRules } from '../../../shared/ceremony-rules.ts';
import type { OpenAtPointBody } from '../../../shared/contract/raise/01-open.ts';
import type { OpenSessionAnswer } from '../../../shared/contract/verify/01-open-session.ts';
import * as limits from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import type { Purpose } from '../../../shared/scenes.ts';
import type { IdempotencyKey, OfficerCaller } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';
import { take } from '../quota/take.ts';
import { living } from '../session/change.ts';
import { earlierCall, rememberCall } from '../session/idempotency.ts';
import { load } from '../session/load.ts';
import { newCheck, type OpenCheck, storeCheck } from '../session/new-check.ts';
import { openAnswer } from '../session/open-answer.ts';
import type { LiveCheck } from '../session/session.ts';
import { atPoint } from './at-desk.ts';

const purposes = { raise: 'raise', family: 'bind-family', revoke: 'end-family' } as const satisfies Record<
  OpenAtPointBody['ceremony'],
  Purpose
>;

/**
 * An officer opens a session at the counter of the point, as a counter does for itself, bound to the key of the officer's browser. Asked again
 * with the same key it opens no other.
 * @throws Problem officer-may-not, counter-unregistered, scene-not-allowed, purpose-not-allowed, idempotency-key-reused,
 * too-many-requests, session-over
 */
export async function openRaise(
  ports: Ports,
  caller: OfficerCaller,
  { ceremony, grown }: OpenAtPointBody,
  idempotencyKey: IdempotencyKey,
): Promise<OpenSessionAnswer> {
  const counter = atPoint(caller);
  const scope = `open-raise ${caller.officerId}`;
  const before = await earlierCall(ports, scope, idempotencyKey);
  if (before !== undefined) return openAnswer(ports, await load(ports, before.sessionId));
  await take(ports, [{ quota: 'raises-by-officer', subject: caller.officerId }]);
  const parties = { officer: caller.deviceThumbprint };
  if (grown && ceremony !== 'family') throw new Problem('request-invalid');
  const body = { scene: 'acceptance', purpose: purposes[ceremony] } as const;
  const opened = await newCheck(ports, counter, body, { ceremony, parties, ...(grown && { grown }) });
  const { capturedBy }: CeremonyRules = ceremonies[ceremony];
  const session = capturedBy === 'holder' ? opened : takenAtDesk(opened, caller);
  const made = { sessionId: session.id, made: '' };
  const until = session.openedAt + limits.idempotencyMemory;
  const remember = rememberCall(ports, scope, idempotencyKey, made, until);
  if ((await storeCheck(ports, session, [remember])) === 'stored') return openAnswer(ports, session);
  const earlier = await earlierCall(ports, scope, idempotencyKey);
  if (earlier === undefined) throw new Error('a session id was met twice');
  return openAnswer(ports, await load(ports, earlier.sessionId));
}

/** Where no phone takes part the officer has it from the beginning: nobody can scan it. */
function takenAtDesk(opened: OpenCheck, { deviceThumbprint }: OfficerCaller): LiveCheck {
  return {
    ...living(opened),
    ...{ version: opened.version, shown: opened.shown },
    state: 'claimed',
    consent: 'not-given',
    deadline: opened.openedAt + limits.claimedLifetime,
    claim: { deviceThumbprint, shows: 'card', since: opened.openedAt, attempts: 0, hints: [] },
  };
}
