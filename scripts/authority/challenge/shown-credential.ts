import type { CeremonyRules } from '../../../shared/ceremony-rules.ts';
import type { AuthorityChallengeBody } from '../../../shared/contract/authority/03-challenge.ts';
import { type CredentialState, mayMove, protectActs } from '../../../shared/credentials.ts';
import type { ErrorCode } from '../../../shared/errors.ts';
import { levelSuffices } from '../../../shared/levels.ts';
import { Problem } from '../../../shared/problem.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { Credential } from '../ports/store.ts';
import { credentialNow } from '../register/credential-standing.ts';
import { lockedUntil } from '../register/strikes.ts';
import { refuseTestHolder } from '../register/test-holders.ts';

const refusals: Readonly<Record<CredentialState, ErrorCode>> = {
  active: 'credential-state-other',
  'card-reported-lost': 'credential-state-other',
  frozen: 'credential-frozen',
  suspended: 'credential-suspended',
  unusable: 'credential-unusable',
  void: 'credential-void',
};

/**
 * The credential that is shown, by its own device, in a state in which this ceremony takes one, and of the level that is asked.
 * @throws Problem request-invalid, credential-void, -frozen, -suspended, -unusable, -state-other, -locked, move-rests, voice-needed,
 * level-too-low
 */
export function shownCredential(
  ports: AuthorityPorts,
  rules: CeremonyRules,
  asked: AuthorityChallengeBody,
): Credential {
  if (asked.credential === undefined) throw new Problem('request-invalid');
  const credential = credentialNow(ports, asked.credential);
  if (credential === undefined) throw new Problem('credential-void');
  demandState(rules, asked, credential);
  demandOwnDevice(rules, asked, credential);
  refuseTestHolder(credential.person);
  refuseEarly(ports, credential);
  const until = lockedUntil(ports, credential.person, asked.ceremony);
  if (until !== undefined) throw new Problem('credential-locked', { retryAfter: secondsTo(ports, until) });
  if (!levelSuffices(credential.level, asked.level)) throw new Problem('level-too-low');
  if (rules.level === 'of-credential' && credential.level !== asked.level) throw new Problem('level-too-low');
  if (rules.voiceOfStrict && credential.level === 'strict' && lacksVoice(credential, asked))
    throw new Problem('voice-needed');
  return credential;
}

/** A voice that was taken back strengthens nobody who has the phone alone. */
function lacksVoice({ hasVoice, voiceWithdrawn }: Credential, { consent }: AuthorityChallengeBody): boolean {
  return voiceWithdrawn || (hasVoice && !consent.voice);
}

/** Of several acts each is from one state alone. */
function demandState(
  rules: CeremonyRules,
  { purpose }: AuthorityChallengeBody,
  { state, cardReportEnds }: Credential,
): void {
  if (!rules.shownIn.includes(state)) throw new Problem(refusals[state]);
  // Behind a freeze runs the report of a card: that one shows nothing.
  if (rules.passBrings === 'level' && cardReportEnds !== undefined)
    throw new Problem('credential-state-other');
  if (rules.level !== 'of-credential') return;
  const act = protectActs.find((known) => known === purpose);
  if (act === undefined) throw new Problem('request-invalid');
  if (!mayMove(state, act)) throw new Problem('credential-state-other');
}

/**
 * Each shows the own credential, on the phone that it was issued to or brought to. Brought to another it is by a move; a ward's is shown on the
 * guardian's phone, which `demandDelegation` has looked at. One of an earlier version has no device kept, and is moved before it is held to one.
 */
function demandOwnDevice(
  { passBrings }: CeremonyRules,
  { delegation, deviceThumbprint }: AuthorityChallengeBody,
  { device }: Credential,
): void {
  if (passBrings === 'credential' || delegation !== undefined || device === undefined) return;
  if (device !== deviceThumbprint) throw new Problem('credential-unusable');
}

/** A phone without the secure key that the former one had waits. */
function refuseEarly(ports: AuthorityPorts, { movable }: Credential): void {
  if (movable !== undefined && movable.from > ports.now())
    throw new Problem('move-rests', { retryAfter: secondsTo(ports, movable.from) });
}

function secondsTo({ now }: AuthorityPorts, moment: number): number {
  return Math.ceil((moment - now()) / 1000);
}
