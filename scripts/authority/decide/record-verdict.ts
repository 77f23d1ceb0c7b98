import { type Ceremony, ceremonies } from '../../../shared/ceremonies.ts';
import type { CeremonyRules } from '../../../shared/ceremony-rules.ts';
import type { VerdictClaims } from '../../../shared/contract/authority/07-verdict.ts';
import type { ReceiptForPhone, SealedReceipts } from '../../../shared/contract/authority/receipts.ts';
import { landing, mayMove, type ProtectAct, protectActs } from '../../../shared/credentials.ts';
import { levelSuffices } from '../../../shared/levels.ts';
import * as limits from '../../../shared/limits.ts';
import { attendantStands } from '../assist/attendant-stands.ts';
import { standsFor } from '../family/demand-delegation.ts';
import { mayBind, recordBinding } from '../family/record-binding.ts';
import { recordRefusal } from '../family/record-refusal.ts';
import { recordRevocation } from '../family/record-revocation.ts';
import { dayHasRoom } from '../officers/day-has-room.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { Bound } from '../ports/family.ts';
import type { Point, RaiseFound } from '../ports/officers.ts';
import type { Challenge, Credential } from '../ports/store.ts';
import { raisingPoint, recordRaise } from '../raise/record-raise.ts';
import { applicantOf, countTry, notePass } from '../register/applications.ts';
import { credentialNow } from '../register/credential-standing.ts';
import { endDelegations } from '../register/end-delegations.ts';
import { issueCredential } from '../register/issue-credential.ts';
import { keepConsent } from '../register/keep-consent.ts';
import { keepReceiptKey } from '../register/keep-receipt-key.ts';
import { clearStrikes, lockedUntil, strike } from '../register/strikes.ts';
import { makeReceiptForPhone } from '../verdict/make-receipt-for-phone.ts';
import { makeReceipts } from '../verdict/make-receipts.ts';
import { type Brought, bringCredential } from './bring-credential.ts';
import type { Decision, Outcome } from './decision.ts';
import { isLastAttempt } from './is-last-attempt.ts';

/**
 * Turns a decision into the one verdict of its challenge, in one transaction with all that follows from it: the lock,
 * the digests, the new credential, the receipts. What was voided or locked meanwhile fails. Where nobody waits any more there is no verdict and
 * no credential, but what was brought counts as seen and a failure as a failure: ending a challenge spares nobody a strike.
 */
export function recordVerdict(ports: AuthorityPorts, challenge: Challenge, decided: Decision): void {
  const { store, settings } = ports;
  const { asked, claims } = challenge;
  store.together(() => {
    if (store.verdicts.find(claims.challengeId) !== undefined) return;
    const over = isOver(ports, challenge);
    const decision = whatStands(ports, challenge, decided);
    const barred = isBarred(ports, challenge, decision);
    const reached = barred ? 'fail' : lastOf(asked, decision.outcome);
    // All was done as in any check: only its holder is told why it does not pass.
    const cardLost = reached === 'pass' && isCardLost(ports, challenge);
    const outcome = cardLost ? 'fail' : reached;
    store.seen.addFace(decision.seenFace ?? []);
    // Nothing is kept of a voice that was taken back meanwhile.
    const keepsVoice = shownNow(ports, asked, decision)?.voice !== undefined;
    if (decision.person !== undefined && decision.seenVoice !== undefined && keepsVoice) {
      store.seen.addVoice(decision.person, decision.seenVoice);
    }
    if (decision.person !== undefined && !barred && !(over && outcome === 'pass'))
      count(ports, challenge, decision.person, { ...decision, outcome: reached });
    if (over) return;
    const verdict: VerdictClaims = {
      iss: settings.issuer,
      aud: settings.bffId,
      iat: Math.floor(ports.now() / 1000),
      sandbox: true,
      challengeId: claims.challengeId,
      sessionId: claims.sessionId,
      nonce: claims.nonce,
      outcome,
      level: decision.level,
      hints: cardLost ? ['card-reported-lost'] : barred ? [] : [...decision.hints],
    };
    if (outcome === 'pass' && decision.brings !== undefined) {
      const { newPerson, born } = decision.brings;
      if (newPerson !== undefined) store.people.put(newPerson);
      const { credential, reportEnded } = issueCredential(ports, decision.brings.credential);
      if (born !== undefined) store.people.keepBorn(credential.person, born);
      keepReceiptKey(ports, asked, credential);
      // Who comes to an own credential is answered for by nobody.
      endDelegations(ports, store.delegations.ofWard(credential.person));
      verdict.credential = credential.handle;
      if (credential.strictFrom !== undefined) verdict.strictFrom = credential.strictFrom;
      if (credential.endsAt !== undefined) verdict.endsAt = credential.endsAt;
      if (credential.cardReportEnds !== undefined) verdict.cardReportEnds = credential.cardReportEnds;
      if (reportEnded) verdict.cardReportEnded = true;
    }
    if (outcome === 'pass' && decision.byCard?.credential !== undefined) {
      const { handle } = decision.byCard.credential;
      verdict.credential = handle;
      // Of whom it was nobody knew before; of a try that fitted nobody there is nobody whose consent it was.
      const { voice, text } = asked.consent;
      if (voice && text !== undefined) keepConsent(ports, handle, { form: 'assist', subject: 'voice' }, text);
    }
    const { raising } = decision;
    const gave = { pin: decision.setsPin, voice: decision.newVoice };
    if (raising !== undefined && outcome !== 'retry')
      recordRaise(ports, challenge, { ...raising, outcome, gave });
    if (raising !== undefined && outcome === 'pass' && raising.found.endsAt !== undefined)
      verdict.endsAt = raising.found.endsAt;
    if (outcome === 'pass' && decision.binding !== undefined) {
      const { credential, terms } = recordBinding(ports, decision.binding);
      verdict.credential = credential;
      verdict.delegation = terms;
    }
    if (decision.refusedTo !== undefined) recordRefusal(ports, challenge, decision.refusedTo);
    if (outcome === 'pass' && decision.revoking !== undefined)
      verdict.ended = recordRevocation(ports, claims.sessionId, decision.revoking);
    if (outcome === 'pass') weaken(ports, challenge);
    store.verdicts.add(verdict);
    const receipts = receiptsOf(ports, challenge, outcome, decision);
    if (receipts !== undefined) store.receipts.put(claims.challengeId, receipts);
  });
}

/** Of a check by card there is one, of its pass, and for the phone that has the credential: nobody else who takes part keeps one. */
function receiptsOf(
  ports: AuthorityPorts,
  challenge: Challenge,
  outcome: Outcome,
  { byCard }: Pick<Decision, 'byCard'>,
): SealedReceipts | ReceiptForPhone | undefined {
  if (outcome !== 'pass' && outcome !== 'fail') return undefined;
  if (byCard === undefined) return makeReceipts(ports, challenge, outcome);
  const { credential } = byCard;
  return outcome === 'pass' && credential !== undefined
    ? makeReceiptForPhone(ports, challenge, credential.handle)
    : undefined;
}

/** Whoever asked has given up, or must have by now, or had everything erased. */
function isOver({ now, store }: AuthorityPorts, { claims, expiresAt }: Challenge): boolean {
  const { challengeId } = claims;
  if (store.challenges.isEnded(challengeId) || store.challenges.find(challengeId) === undefined) return true;
  return now() > expiresAt + limits.decidingLifetime;
}

/** The decision as far as what it rests on still stands, and with what stands now in the place of what was read before the engines. */
function whatStands(
  ports: AuthorityPorts,
  challenge: Challenge,
  made: Decision,
): Brought & {
  raising?: { found: RaiseFound; credential: Credential; point: Point };
  binding?: { guardian: string; bound: Bound; point: Point };
  revoking?: NonNullable<Decision['revokes']> & { point: Point };
} {
  const { raised: found, byCard, bound } = made;
  const decided = found === undefined ? atLevelNow(ports, challenge, made) : made;
  if (byCard !== undefined && !attendantStands(ports, challenge, byCard.words))
    return { ...decided, outcome: 'fail', hints: ['officer-refused'], blameless: true };
  if (byCard !== undefined && decided.outcome === 'pass' && !isTheirs(ports, challenge, decided))
    return { ...decided, outcome: 'retry', hints: [] };
  // Of many that were decided at once no more are answered than the day has room for.
  if (decided.refusedTo !== undefined && !dayHasRoom(ports, decided.refusedTo))
    return { ...decided, outcome: 'fail', hints: ['officer-refused'], blameless: true };
  if (decided.revokes !== undefined) return revokingOf(ports, decided, decided.revokes);
  if (bound !== undefined && decided.outcome === 'pass') return bindingOf(ports, challenge, decided, bound);
  if (found === undefined) return bringCredential(ports, challenge, decided);
  const credential = ports.store.credentials.find(challenge.asked.credential ?? '');
  const point = credential && raisingPoint(ports, found, credential);
  if (credential === undefined || point === undefined) {
    const level = credential?.level ?? decided.level;
    return { ...decided, level, outcome: 'fail', hints: ['officer-refused'], blameless: true };
  }
  return { ...decided, raising: { found, credential, point } };
}

/**
 * A pass is one of the level that the credential has now: where that is too low meanwhile, or, of what is asked at its own level, another one, it is a failure of
 * nobody's.
 */
function atLevelNow(ports: AuthorityPorts, { asked }: Challenge, decided: Decision): Decision {
  const shown = shownNow(ports, asked, decided);
  if (shown === undefined || decided.outcome !== 'pass') return decided;
  // By a card the level is the one that was asked, whatever its owner has: it tells no more than a stranger's.
  const level = decided.byCard === undefined ? shown.level : decided.level;
  const fits =
    levelSuffices(shown.level, asked.level) &&
    (rulesOf(asked).level !== 'of-credential' || shown.level === asked.level);
  return fits ? { ...decided, level } : { ...decided, level, outcome: 'fail', hints: [], blameless: true };
}

/** The PIN that was typed, or the voice that was heard, is that person's still. */
function isTheirs(ports: AuthorityPorts, { asked }: Challenge, decided: Decision): boolean {
  const shown = shownNow(ports, asked, decided);
  const pinSalt = decided.byCard?.pinSalt;
  if (pinSalt !== undefined) return shown !== undefined && ports.store.pins.saltOf(shown.person) === pinSalt;
  return decided.seenVoice === undefined || shown?.voice !== undefined;
}

/** The credential that was shown, or that the owner of the card has, as it is now. */
function shownNow(
  ports: AuthorityPorts,
  asked: Challenge['asked'],
  { byCard }: Pick<Decision, 'byCard'>,
): Credential | undefined {
  return credentialNow(ports, asked.credential ?? byCard?.credential?.handle ?? '');
}

/** A delegation as far as officers, point and the guardian's credential still stand, and none of the officers is of the family. */
function bindingOf(ports: AuthorityPorts, { asked }: Challenge, decided: Decision, bound: Bound) {
  const credential = ports.store.credentials.find(asked.credential ?? '');
  const point = credential && raisingPoint(ports, bound, credential);
  if (credential === undefined || point === undefined || !mayBind(ports, credential.person, bound))
    return { ...decided, outcome: 'fail' as const, hints: ['officer-refused'] as const, blameless: true };
  return { ...decided, binding: { guardian: credential.person, bound, point } };
}

/** A revocation as far as officers and point still stand, the day has room, and none of the officers is of the family. */
function revokingOf(ports: AuthorityPorts, decided: Decision, revokes: NonNullable<Decision['revokes']>) {
  const point = raisingPoint(ports, revokes, { person: revokes.ward });
  if (point === undefined)
    return { ...decided, outcome: 'fail' as const, hints: ['officer-refused'] as const, blameless: true };
  return { ...decided, revoking: { ...revokes, point } };
}

/**
 * Failures of who shows a credential count against its person; those of applicants never do. A session counts once: by its failure,
 * or by the first doubt, so that nobody tries for nothing who leaves before the last attempt.
 */
function count(
  ports: AuthorityPorts,
  { asked }: Challenge,
  person: string,
  {
    outcome,
    notMatched,
    blameless,
    doubtful,
  }: Pick<Decision, 'outcome' | 'notMatched' | 'blameless' | 'doubtful'>,
): void {
  const { ceremony, sessionId } = asked;
  const failed = outcome === 'fail' && blameless !== true;
  if (isByCredential(ceremony)) {
    const counts = failed || (outcome === 'retry' && doubtful === true);
    if (counts && ports.store.strikes.countSession(sessionId, ports.now())) strike(ports, person, ceremony);
    if (outcome === 'pass') clearStrikes(ports, person, ceremony);
  } else {
    if (failed || notMatched === true) countTry(ports, person, applicantOf(asked));
    if (outcome === 'pass') notePass(ports, person, applicantOf(asked));
  }
}

/** By a credential of their own, or by a card whose owner has one. */
const isByCredential = (ceremony: Ceremony) => ceremonies[ceremony].personBy !== 'identity';

function isBarred(
  ports: AuthorityPorts,
  { asked, shownState }: Challenge,
  { person, byCard }: Pick<Decision, 'person' | 'byCard'>,
): boolean {
  if (!isByCredential(asked.ceremony)) return false;
  if (person !== undefined && lockedUntil(ports, person, asked.ceremony) !== undefined) return true;
  const shown = asked.credential ?? byCard?.credential?.handle;
  if (shown === undefined) return rulesOf(asked).personBy === 'credential';
  const { state, cardReportEnds } = credentialNow(ports, shown) ?? {};
  if (state === undefined || !rulesOf(asked).shownIn.includes(state)) return true;
  // Of a raise: what was frozen or reported while it was under way stays so.
  if (rulesOf(asked).passBrings === 'level' && (state !== shownState || cardReportEnds !== undefined))
    return true;
  if (!standsFor(ports, asked)) return true;
  const act = actOf(asked);
  return act !== undefined && !mayMove(state, act);
}

/** What a pass lifts from the credential that was shown, where it was asked for that. */
function actOf({ scene, purpose }: Challenge['asked']): ProtectAct | undefined {
  return scene === '' ? protectActs.find((known) => known === purpose) : undefined;
}

function weaken(ports: AuthorityPorts, { asked }: Challenge): void {
  const act = actOf(asked);
  const credential = credentialNow(ports, asked.credential ?? '');
  if (act === undefined || credential === undefined) return;
  const state = landing(credential.state, act, credential.cardReportEnds !== undefined);
  const cardReportEnds = act === 'withdraw-card-report' ? undefined : credential.cardReportEnds;
  ports.store.credentials.put({ ...credential, state, cardReportEnds });
}

/** A card that was reported lost opens no strict scene. */
function isCardLost(ports: AuthorityPorts, { asked }: Challenge): boolean {
  if (rulesOf(asked).level !== 'of-scene' || asked.level !== 'strict') return false;
  return credentialNow(ports, asked.credential ?? '')?.state === 'card-reported-lost';
}

function rulesOf({ ceremony }: Challenge['asked']): CeremonyRules {
  return ceremonies[ceremony];
}

function lastOf(asked: Challenge['asked'], outcome: Outcome): Outcome {
  return outcome === 'retry' && isLastAttempt(asked) ? 'fail' : outcome;
}
