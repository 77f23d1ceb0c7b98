import { createHash } from 'node:crypto';
import { validityEnd } from '../../../shared/card-validity.ts';
import { ceremonies } from '../../../shared/ceremonies.ts';
import type { CeremonyRules } from '../../../shared/ceremony-rules.ts';
import type { SampleKind } from '../../../shared/challenge.ts';
import { newId } from '../../../shared/ids.ts';
import { unpackCard } from '../../../shared/sample/unpack-card.ts';
import { unpackIdentity } from '../../../shared/sample/unpack-identity.ts';
import { credentialOf } from '../assist/credential-of.ts';
import { personOfCard } from '../assist/person-of-card.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { Scenario } from '../ports/scenarios.ts';
import type { Challenge } from '../ports/store.ts';
import { heldWords } from '../raise/signed-words.ts';
import { credentialNow, newCredential } from '../register/credential-standing.ts';
import type { Decision } from './decision.ts';
import { renewable } from './renewal.ts';

/** What a script decides in place of the engines: for benches, races and contract tests. Nobody is compared with anybody. */
export function stubDecision(
  ports: AuthorityPorts,
  challenge: Challenge,
  samples: Map<SampleKind, Uint8Array>,
  { outcome, hints = [], level: given }: Scenario<'stub-decision'>,
): Decision {
  const { asked, claims } = challenge;
  const rules: CeremonyRules = ceremonies[asked.ceremony];
  if (rules.personBy === 'credential') {
    const shown = credentialNow(ports, asked.credential ?? '');
    const level = shown?.level ?? asked.level;
    const decision: Decision = { outcome, level, hints, person: shown?.person };
    if (outcome !== 'pass' || rules.passBrings !== 'credential' || shown === undefined) return decision;
    return { ...decision, issue: { by: 'move' } };
  }
  if (rules.personBy === 'card') {
    const sealed = samples.get('card');
    const card = sealed && unpackCard(sealed);
    const credential = card && credentialOf(ports, personOfCard(ports, card));
    const words = heldWords(samples.get('officer-decision'));
    const { level } = credential ?? asked;
    const passes = outcome === 'pass' && credential === undefined ? 'fail' : outcome;
    return { outcome: passes, level, hints, person: credential?.person, byCard: { credential, words } };
  }
  const { person, endsAt } = personOf(ports, samples.get('identity'));
  const own = rules.level === 'of-scene' || rules.level === 'of-credential' ? asked.level : rules.level;
  const level = given ?? own;
  const decision: Decision = { outcome, level, hints, person };
  if (outcome !== 'pass') return decision;
  const credential = {
    handle: newId('crd', ports.random),
    person,
    level,
    ...newCredential,
    since: ports.now(),
    device: claims.deviceThumbprint,
    hasVoice: claims.samples.includes('voice'),
    face: undefined,
    voice: undefined,
    endsAt,
  };
  const renews = renewable(ports, person, challenge);
  return {
    ...decision,
    issue: {
      ...{ by: 'application', credential, newPerson: undefined },
      ...(renews !== undefined && { renews: renews.handle }),
    },
  };
}

function personOf({ register }: AuthorityPorts, identity: Uint8Array | undefined) {
  if (identity === undefined)
    return { person: createHash('sha256').update('nobody').digest('base64url'), endsAt: undefined };
  const { idNumber, name, validUntil } = unpackIdentity(identity);
  return { person: register.look(idNumber, name).person, endsAt: validityEnd(validUntil) };
}
