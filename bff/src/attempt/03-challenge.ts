import type { AuthorityChallengeBody } from '../../../shared/contract/authority/03-challenge.ts';
import { ChallengeAnswer } from '../../../shared/contract/verify/03-challenge.ts';
import { asId } from '../../../shared/ids.ts';
import { limits } from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import { type InState, isFinal, type Session } from '../../../shared/sessions.ts';
import { voidHandle } from '../credential/credential.ts';
import type { Creation, HolderCaller } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';
import { change, living } from '../session/change.ts';
import { holderView } from '../session/holder-view.ts';
import { recall, remember } from '../session/idempotency.ts';
import { faceTakerOf } from './face-taker.ts';

type Challengeable = InState<'claimed' | 'challenged'>;

/** @throws Problem session-over, step-out-of-order where no challenge may follow */
export function challengeable(session: Session): Challengeable {
  if (isFinal(session.state)) throw new Problem('session-over');
  if (session.state !== 'claimed' && session.state !== 'challenged') throw new Problem('step-out-of-order');
  return session;
}

/**
 * Asks the authority for the challenge of the next attempt and stores it with the answer to the phone.
 * A challenge that ran out, or was lost in a reload, is followed by another while attempts are left.
 * @throws Problem session-over, authority-unavailable, credential-void, credential-locked, level-too-low, idempotency-key-reused
 */
export async function nextChallenge(
  ports: Ports,
  caller: HolderCaller,
  session: Challengeable,
  asked: Pick<AuthorityChallengeBody, 'consent' | 'credential' | 'idPhoto'>,
  creation: Creation,
): Promise<ChallengeAnswer> {
  const scope = `challenge ${caller.deviceThumbprint} ${session.id}`;
  const earlier = await recall(ports, scope, creation, ChallengeAnswer);
  if (earlier !== undefined) return earlier;

  const attempts = session.claim.attempts + (session.state === 'challenged' ? 1 : 0);
  if (attempts >= limits.attemptsPerSession) throw new Problem('session-over');
  const faceBy = await faceTakerOf(ports, caller.holderId);
  const who = faceBy === 'phone' ? {} : { faceBy };
  const { challenge, keyList, claims } = await ports.authority
    .issueChallenge({ ...(await context(ports, session)), ...asked, ...who, attempt: attempts + 1 })
    .catch((fault: unknown) => followVoid(ports, session, fault));

  const expiresAt = claims.exp * 1000;
  const next = {
    ...living(session),
    state: 'challenged' as const,
    consent: asked.consent,
    deadline: expiresAt + limits.challengeGrace,
    claim: { ...session.claim, attempts },
    attempt: {
      challengeId: asId('chl', claims.challengeId),
      nonce: claims.nonce,
      challengeExpiresAt: expiresAt,
      awaited: claims.samples,
    },
  };
  const answer = {
    challenge,
    keyList,
    session: await holderView(ports, { ...next, version: session.version + 1 }),
  };
  const changed = await change(ports, session, next, [remember(ports, scope, creation, answer)]);
  if (typeof changed === 'string') {
    const rival = await recall(ports, scope, creation, ChallengeAnswer);
    if (rival !== undefined) return rival;
    throw new Problem('step-out-of-order');
  }
  void ports.audit({
    event: 'challenge-issued',
    by: 'authority',
    sessionId: session.id,
    attempt: attempts + 1,
  });
  return answer;
}

async function context(ports: Ports, session: Challengeable) {
  const { request } = session;
  return {
    ceremony: session.ceremony,
    sessionId: session.id,
    rpId: request?.rpId ?? '',
    rpName: (request && (await ports.registry.rp(request.rpId))?.name) ?? '',
    counterId: request?.counterId ?? '',
    scene: request?.scene ?? '',
    level: request?.level ?? ('basic' as const),
    purpose: request?.purpose ?? '',
    deviceThumbprint: session.claim.deviceThumbprint,
  };
}

/** The authority knows first when a citizen applied elsewhere; what we hold follows it. */
async function followVoid(ports: Ports, session: Challengeable, fault: unknown): Promise<never> {
  const handle = session.claim.credential;
  if (fault instanceof Problem && fault.code === 'credential-void' && handle !== undefined) {
    await ports.db.write([voidHandle(handle)]);
  }
  throw fault;
}
