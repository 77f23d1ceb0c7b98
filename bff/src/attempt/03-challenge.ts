import { consentFormOf } from '../../../shared/ceremonies.ts';
import type { CeremonyRules } from '../../../shared/ceremony-rules.ts';
import type {
  ChallengeAnswer,
  ChallengeBody,
  StatedConsent,
} from '../../../shared/contract/attempt/03-challenge.ts';
import { asId } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import { isFinal } from '../../../shared/sessions.ts';
import { recordConsent } from '../consent/record-consent.ts';
import { applicantOf } from '../credential/holder-id.ts';
import { voidHere } from '../credential/void-here.ts';
import type { ChallengeOrder } from '../ports/authority.ts';
import type { DeviceCaller, IdempotencyKey } from '../ports/callers.ts';
import type { Statement } from '../ports/db.ts';
import type { Ports } from '../ports/ports.ts';
import { ceremonyOf, levelOf } from '../session/ceremony-of.ts';
import { change, living } from '../session/change.ts';
import { following } from '../session/following.ts';
import { holderView } from '../session/holder-view.ts';
import { earlierCall, rememberCall } from '../session/idempotency.ts';
import type { Claim, Consent, InState, Session } from '../session/session.ts';
import { faceTakerOf } from './face-taker.ts';
import { loadCaptured } from './load-captured.ts';
import { type WardShown, wardShown } from './ward-shown.ts';

type Challengeable = InState<'claimed' | 'challenged'>;

/** Where a party captures, consent is chosen at its screen. */
type AskedWith = Omit<ChallengeBody, 'consent'> & {
  consent?: ChallengeBody['consent'] | (Consent & Partial<Pick<StatedConsent, 'text'>>);
};

/**
 * Asks the authority for the challenge of the next attempt, under the consent that the holder gave, and stores it with the record of that consent.
 * A challenge that ran out, or was lost in a reload, is followed by another while attempts are left. Asked again with the same key
 * it is the same challenge, signed anew.
 * @throws Problem not-found, session-over, step-out-of-order, request-invalid, consent-missing, consent-outdated, authority-unavailable,
 * credential-void, credential-locked, application-rests, level-too-low, who-asks-unknown, officer-may-not, receipt-key-refused,
 * idempotency-key-reused, delegation-over, delegation-rests, delegation-scene, guardian-word-refused, terminal-unknown
 */
export async function challenge(
  ports: Ports,
  caller: DeviceCaller,
  sessionId: string,
  body: AskedWith,
  idempotencyKey: IdempotencyKey,
): Promise<ChallengeAnswer> {
  const session = challengeable(await loadCaptured(ports, caller, sessionId));
  const { rules } = ceremonyOf(ports, session);
  if ((body.idPhoto === undefined) !== (rules.samples['id-photo'] === undefined))
    throw new Problem('request-invalid');
  const consent = consentOf(rules, session, body);
  const ward = await wardShown(ports, session, body);
  const recorded = await recordOf(ports, session, rules, body);
  const scope = `challenge ${caller.deviceThumbprint} ${session.id}`;
  const order = async (claim: Claim): Promise<ChallengeOrder> => ({
    ...about(ports, session),
    ...(await brought(ports, rules, session, body, ward)),
    ...{ deviceThumbprint: caller.deviceThumbprint, ...numberOf(session, claim) },
    consent: { ...consent, ...wordsByCard(session, body) },
    ...(body.receipt === undefined ? {} : { receiptKey: body.receipt.key }),
    ...(ward?.copy === undefined ? {} : { copyKey: ward.copy.key }),
  });
  const earlier = await earlierCall(ports, scope, idempotencyKey);
  if (earlier !== undefined) return answerAgain(ports, session, earlier.made, await order(session.claim));

  const claim = claimAfter(session, ports.now());
  if (claim.attempts >= limits.attemptsPerSession) throw new Problem('session-over');
  const { claims, ...signed } = await ports.authority
    .issueChallenge(await order(claim))
    .catch((fault: unknown) =>
      ward === undefined ? markVoid(ports, session, fault) : Promise.reject(fault),
    );

  const expiresAt = claims.exp * 1000;
  const next = {
    ...living(session),
    state: 'challenged' as const,
    consent,
    deadline: deadlineFor(rules, ports.now(), expiresAt),
    claim,
    attempt: {
      challengeId: asId('chl', claims.challengeId),
      nonce: claims.nonce,
      challengeExpiresAt: expiresAt,
      awaited: claims.samples,
      ...(body.receipt === undefined ? {} : { receipt: body.receipt.locator }),
      ...(ward?.copy === undefined ? {} : { copy: ward.copy.locator }),
      ...(ward === undefined ? {} : { ward: ward.delegationId }),
    },
  };
  const view = await holderView(ports, following(session, next));
  const answer = { challenge: signed.challenge, keyList: signed.keyList, session: view };
  const made = { sessionId: session.id, made: claims.challengeId };
  const remembered = rememberCall(ports, scope, idempotencyKey, made, next.deadline + limits.claimMemory);
  const changed = await change(ports, session, next, [remembered, ...recorded]);
  if (typeof changed === 'string') {
    const rival = await earlierCall(ports, scope, idempotencyKey);
    const current = await loadCaptured(ports, caller, sessionId);
    if (rival === undefined && attemptOf(current) !== attemptOf(session))
      throw new Problem('step-out-of-order');
    return challenge(ports, caller, sessionId, body, idempotencyKey);
  }
  void ports.audit({
    event: 'challenge-issued',
    by: 'authority',
    sessionId: session.id,
    attempt: claim.attempts + 1,
  });
  return answer;
}

/** What was read by somebody who shows a card: the authority keeps it, which knows whose card that is. */
function wordsByCard({ claim }: Challengeable, { consent }: AskedWith): Partial<Pick<StatedConsent, 'text'>> {
  const text = claim.shows === 'card' ? consent?.text : undefined;
  return text === undefined ? {} : { text };
}

/** The record of a holder's consent. Of somebody who shows a card nobody here knows whose it would be: their choice stands with the session. */
async function recordOf(
  ports: Ports,
  { claim }: Challengeable,
  rules: CeremonyRules,
  { consent, ward }: AskedWith,
): Promise<Statement[]> {
  if (consent === undefined || claim.shows === 'card') return [];
  const { text } = consent;
  if (text === undefined) throw new Problem('request-invalid');
  const { holderId } = claim;
  const asked = consentFormOf(rules);
  // A ward's face is nobody's to take but the phone's, or the terminal's, and the guardian is asked in words of their own.
  const form = ward === undefined || asked !== 'check' ? asked : 'ward';
  const own = rules.capturedBy === 'holder' && ward === undefined;
  const faceBy = own ? await faceTakerOf(ports, holderId) : 'phone';
  return recordConsent(ports, { holderId, rules, form, consent: { ...consent, text }, faceBy });
}

/** The claim under which the next challenge is asked for: what is left without its verdict is an attempt, but for the one that may be spared. */
function claimAfter(session: Challengeable, now: number): Claim {
  const { claim } = session;
  if (session.state !== 'challenged') return claim;
  const ranOut = session.attempt.challengeExpiresAt <= now;
  if (ranOut && claim.shows === 'credential' && claim.extended === 'spare')
    return { ...claim, extended: 'spared' };
  return { ...claim, attempts: claim.attempts + 1 };
}

/**
 * Each challenge of a session has a number of its own at the authority, whether or not those before counted as attempts: one was spared,
 * and a phone that had to give way may have asked for one at that very moment.
 */
function numberOf({ asked }: Challengeable, claim: Claim): Pick<ChallengeOrder, 'attempt' | 'uncounted'> {
  const spared = claim.shows === 'credential' && claim.extended === 'spared';
  const gaveWay = asked.by === 'counter' && asked.displaced !== undefined;
  const uncounted = Number(spared) + Number(gaveWay);
  return { attempt: claim.attempts + uncounted + 1, ...(uncounted > 0 && { uncounted }) };
}

/**
 * The same for every challenge of a ceremony, so that it does not tell who takes the face. One that nobody could answer is not waited for beyond its end.
 */
function deadlineFor(rules: CeremonyRules, now: number, challengeExpiresAt: number): number {
  if (challengeExpiresAt - now >= limits.challengeLeast) return now + rules.challengedLifetime;
  return Math.max(now, challengeExpiresAt);
}

/** Tells a change beside the attempt, such as more time, from another attempt or the end. */
function attemptOf(session: Session): string {
  return 'attempt' in session ? `${session.state} ${session.attempt.challengeId}` : session.state;
}

/**
 * The answer to a call that is sent again: the authority has the same challenge for the same attempt, for as long as that is the
 * attempt of the session.
 * @throws Problem step-out-of-order, challenge-expired, authority-unavailable
 */
async function answerAgain(
  ports: Ports,
  session: Challengeable,
  challengeId: string,
  order: ChallengeOrder,
): Promise<ChallengeAnswer> {
  if (session.state !== 'challenged' || session.attempt.challengeId !== challengeId)
    throw new Problem('step-out-of-order');
  if (session.attempt.challengeExpiresAt <= ports.now()) throw new Problem('challenge-expired');
  const { challenge, keyList, claims } = await ports.authority.issueChallenge(order);
  if (claims.challengeId !== challengeId) throw new Problem('step-out-of-order');
  return { challenge, keyList, session: await holderView(ports, session) };
}

function challengeable(session: Session): Challengeable {
  if (isFinal(session.state)) throw new Problem('session-over');
  if (session.state !== 'claimed' && session.state !== 'challenged') throw new Problem('step-out-of-order');
  return session;
}

/** What was consented to, in this call or before; the ceremony says when. Without the face only the staffed way is open. */
function consentOf(rules: CeremonyRules, session: Challengeable, { consent }: AskedWith): Consent {
  if ((rules.consent === 'with-challenge') !== (consent !== undefined)) throw new Problem('request-invalid');
  const given = consent ?? session.consent;
  if (given === 'not-given' || (rules.samples.face !== undefined && !given.face))
    throw new Problem('consent-missing');
  return { face: given.face, voice: given.voice };
}

/** Who asks and for what; nameless where another person does; where nobody does but the holder, only what for, where the ceremony has several. Their names the authority has in its own register. */
function about(ports: Ports, session: Challengeable) {
  const { id, ceremony, asked, parties } = session;
  const common = {
    ...{ ceremony, sessionId: id, level: levelOf(ports, session) },
    ...(Object.keys(parties).length > 0 && { parties }),
  };
  if (asked.by !== 'counter') {
    const act = asked.by === 'holder' ? asked.act : undefined;
    const { asksFor = { scene: '', purpose: act ?? '' } } = ceremonyOf(ports, session).rules;
    return { ...common, rpId: '', counterId: '', ...asksFor };
  }
  const { rpId, counterId, scene, purpose } = asked.request;
  const excepted = 'exception' in asked && asked.exception !== undefined && { exception: asked.exception };
  const pin = 'pin' in asked && asked.pin === true && { pin: asked.pin };
  const grown = 'grown' in asked && asked.grown === true && { grown: asked.grown };
  return { ...common, ...excepted, ...pin, ...grown, rpId, counterId, scene, purpose };
}

/** What is shown and brought, and who takes the face where it is not the device that captures the rest. */
async function brought(
  ports: Ports,
  { capturedBy }: CeremonyRules,
  { claim }: Challengeable,
  { idPhoto }: AskedWith,
  ward: WardShown | undefined,
): Promise<Pick<ChallengeOrder, 'credential' | 'applicant' | 'idPhoto' | 'faceBy' | 'delegation'>> {
  if (claim.shows === 'card') return {};
  const own = capturedBy === 'holder' && ward === undefined;
  const faceBy = own ? await faceTakerOf(ports, claim.holderId) : 'phone';
  return {
    ...(claim.shows === 'credential'
      ? { credential: ward?.credential ?? claim.credential }
      : { applicant: applicantOf(ports.settings.holderPepper, claim.holderId) }),
    ...(idPhoto !== undefined ? { idPhoto } : {}),
    ...(faceBy === 'phone' ? {} : { faceBy }),
    ...(ward === undefined ? {} : { delegation: { id: ward.delegationId, word: ward.word } }),
  };
}

/**
 * The authority knows first when a citizen applied elsewhere: where it says so, the credential is void here too. That the shift of an
 * officer is over is no fault of the phone's token: nobody is there who may ask.
 */
async function markVoid(ports: Ports, { claim }: Challengeable, fault: unknown): Promise<never> {
  if (fault instanceof Problem && fault.code === 'credential-void' && claim.shows === 'credential')
    await voidHere(ports, [claim.credential]);
  if (fault instanceof Problem && fault.code === 'shift-over') throw new Problem('who-asks-unknown');
  throw fault;
}
