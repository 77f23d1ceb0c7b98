import { createHash } from 'node:crypto';
import type { Ceremony } from '../../../shared/ceremonies.ts';
import type { AuthorityChallengeBody } from '../../../shared/contract/authority/03-challenge.ts';
import { readGuardianWord } from '../../../shared/guardian/read-guardian-word.ts';
import { Problem } from '../../../shared/problem.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { Delegation } from '../ports/family.ts';
import { credentialNow } from '../register/credential-standing.ts';
import { delegationState } from '../register/delegation-state.ts';

const usedIn = ['verify', 'ward'] as const satisfies Ceremony[];

/**
 * That whoever shows a ward's credential may: by a delegation that stands, for this scene, on the guardian's own device, by a word of that device's for this
 * session, counter and scene. A word that was given ahead is for one check at a terminal of a ward of 14 or more. All that is no delegation of this guardian's is answered
 * alike. It is for checks at counters: nobody raises, moves or protects a ward's credential, or answers for others by it. Where another credential is shown there
 * is nothing to demand.
 * @throws Problem request-invalid, delegation-over, delegation-rests, delegation-scene, guardian-word-refused, terminal-unknown
 */
export function demandDelegation(ports: AuthorityPorts, asked: AuthorityChallengeBody): void {
  const { store } = ports;
  demandTerminal(ports, asked);
  if (asked.delegation === undefined) {
    // Nobody shows a ward's credential as his own.
    if (store.delegations.ofCredential(asked.credential ?? '').length > 0)
      throw new Problem('delegation-over');
    if (asked.parties?.terminal !== undefined) throw new Problem('request-invalid');
    return;
  }
  if (!usedIn.some((ceremony) => ceremony === asked.ceremony)) throw new Problem('request-invalid');
  const found = store.delegations.find(asked.delegation.id);
  if (found === undefined || found.credential !== asked.credential || !isOwnDevice(ports, found, asked))
    throw new Problem('delegation-over');
  const state = delegationState(ports, found);
  if (state !== 'active') throw new Problem(state === 'rests' ? 'delegation-rests' : 'delegation-over');
  if (!found.scenes.some((scene) => scene === asked.scene)) throw new Problem('delegation-scene');
  demandWord(ports, found, asked, asked.delegation.word);
}

/** Whether what `demandDelegation` demanded still holds, without the word, which was taken. */
export function standsFor(ports: AuthorityPorts, asked: AuthorityChallengeBody): boolean {
  if (asked.delegation === undefined) return true;
  const found = ports.store.delegations.find(asked.delegation.id);
  return found !== undefined && delegationState(ports, found) === 'active';
}

/** A party `terminal` is the counter itself, by the key that it is registered with, where it is one of class II. */
function demandTerminal(
  { store }: AuthorityPorts,
  { parties, counterId, ceremony }: AuthorityChallengeBody,
): void {
  const key = parties?.terminal;
  if (key === undefined && ceremony !== 'ward') return;
  const counter = store.counters.find(counterId);
  if (counter?.counterKey !== key || !store.terminals.stands(counterId))
    throw new Problem('terminal-unknown');
}

/** The device for which the guardian's credential was issued; one of an earlier version has none, and answers for nobody. */
function isOwnDevice(
  ports: AuthorityPorts,
  { guardian }: Delegation,
  { deviceThumbprint }: AuthorityChallengeBody,
): boolean {
  const own = credentialNow(ports, ports.store.credentials.aliveOf(guardian) ?? '');
  return own?.device === deviceThumbprint;
}

function demandWord(
  { store, now }: AuthorityPorts,
  { id, form }: Delegation,
  { sessionId, counterId, scene, deviceThumbprint, parties }: AuthorityChallengeBody,
  text: string,
): void {
  const word = readGuardianWord(text, deviceThumbprint, now());
  if (word?.act !== 'use' || word.delegation !== id) throw new Problem('guardian-word-refused');
  if ('session' in word) {
    const isForThis = word.session === sessionId && word.counterId === counterId && word.scene === scene;
    if (!isForThis) throw new Problem('guardian-word-refused');
    return;
  }
  const mayBeAhead = form !== 'under-14' && parties?.terminal !== undefined;
  const hash = createHash('sha256').update(word.code).digest('base64url');
  if (!mayBeAhead || !store.guardianWords.take(hash, sessionId, word.exp * 1000))
    throw new Problem('guardian-word-refused');
}
