import { createHash } from 'node:crypto';
import { type CeremonyRules, ceremonies } from '../../../shared/ceremonies.ts';
import type { SampleKind } from '../../../shared/challenge.ts';
import { newId } from '../../../shared/ids.ts';
import { unpackIdentity } from '../../../shared/sample/unpack-identity.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { Scenario } from '../ports/scenarios.ts';
import type { Challenge } from '../ports/store.ts';
import type { Decision } from './decision.ts';

/** What a script decides in place of the engines: for benches, races and contract tests. Nobody is compared with anybody. */
export function stubDecision(
  ports: AuthorityPorts,
  { asked, claims }: Challenge,
  samples: Map<SampleKind, Uint8Array>,
  { outcome, hints = [] }: Scenario<'stub-decision'>,
): Decision {
  const rules: CeremonyRules = ceremonies[asked.ceremony];
  if (rules.personBy === 'credential') {
    const credential = ports.store.credentials.find(asked.credential ?? '');
    const level = credential?.level ?? asked.level;
    return { outcome, level, hints, person: credential?.person };
  }
  const person = personOf(ports, samples.get('identity'));
  const level = rules.level === 'of-scene' ? asked.level : rules.level;
  const decision: Decision = { outcome, level, hints, person };
  if (outcome !== 'pass') return decision;
  const credential = {
    handle: newId('crd', ports.random),
    person,
    level,
    live: true,
    since: ports.now(),
    hasVoice: claims.samples.includes('voice'),
    face: undefined,
    voice: undefined,
  };
  return { ...decision, issue: { credential, newPerson: undefined } };
}

function personOf({ register }: AuthorityPorts, identity: Uint8Array | undefined): string {
  if (identity === undefined) return createHash('sha256').update('nobody').digest('base64url');
  const { idNumber, name } = unpackIdentity(identity);
  return register.look(idNumber, name).person;
}
