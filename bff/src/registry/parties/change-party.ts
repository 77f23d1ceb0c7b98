import type { RelyingPartyRecord } from '../../../../shared/contract/operator/relying-parties.ts';
import type { PublicKey, QuotasChosen, ScenesChosen } from '../../../../shared/contract/operator/terms.ts';
import { Problem } from '../../../../shared/problem.ts';
import type { Actor } from '../../ports/audit.ts';
import { checkedKey } from '../keys/checked-key.ts';
import { isRaised } from '../view/quotas-of.ts';
import { readRp } from '../view/rp-record.ts';
import { checkScenes, isWeaker } from '../view/scene-policies.ts';
import { type RegistryPorts, refuseStale, writeChange } from '../write-change.ts';
import { planRpChange, planRpQuotas, planScenes } from './plan-party.ts';
import { keepTerms } from './search-terms.ts';

type At = Pick<RelyingPartyRecord, 'rpId' | 'version'>;
type Changed = Promise<RelyingPartyRecord>;

/**
 * Sets the scenes with their policies; they count for the next check.
 * @throws Problem not-found, version-stale, revoked-already, scenes-invalid; two-operators-needed where a word or a level gets weaker
 */
export async function changeScenes(
  ports: RegistryPorts,
  actor: Actor,
  at: At,
  scenes: ScenesChosen,
): Changed {
  checkScenes(scenes);
  const stored = await readRp(ports.db, at.rpId);
  refuseStale(stored.record, at.version);
  if (isWeaker([...stored.scenesChosen, ...stored.scenesLeft], scenes))
    throw new Problem('two-operators-needed');
  await writeChange(ports, actor, planScenes(stored, at.version, scenes));
  return (await readRp(ports.db, at.rpId)).record;
}

/** Sets the key that result tokens are encrypted to, or none. @throws Problem not-found, version-stale, revoked-already, key-invalid */
export async function setEncryptionKey(
  ports: RegistryPorts,
  actor: Actor,
  at: At,
  key: PublicKey | null,
): Changed {
  if (key !== null) checkedKey(key);
  const encryptionKey = key === null ? null : JSON.stringify(key);
  await writeChange(
    ports,
    actor,
    planRpChange(at, 'rp-encryption-key-set', 'encryption_key = :encryptionKey', { encryptionKey }),
  );
  return (await readRp(ports.db, at.rpId)).record;
}

/**
 * Sets what all counters of it may make and hold together.
 * @throws Problem not-found, version-stale, revoked-already; two-operators-needed where one under watch would get more
 */
export async function setRpQuotas(ports: RegistryPorts, actor: Actor, at: At, quotas: QuotasChosen): Changed {
  const { record } = await readRp(ports.db, at.rpId);
  refuseStale(record, at.version);
  if (record.underWatch && isRaised('rp', record.quotasChosen, quotas))
    throw new Problem('two-operators-needed');
  await writeChange(ports, actor, planRpQuotas(at, quotas));
  return (await readRp(ports.db, at.rpId)).record;
}

/**
 * Gives it another brand name, once the registrar has registered that for it alone. Its counters are shown under it as each is
 * registered anew.
 * @throws Problem not-found, version-stale, revoked-already, and what the registrar refuses with
 */
export async function renameParty(
  ports: RegistryPorts,
  actor: Actor,
  at: At,
  { name, token }: { name: string; token: string | undefined },
): Changed {
  refuseStale((await readRp(ports.db, at.rpId)).record, at.version);
  await ports.registrar.registerName({ rpId: at.rpId, rpName: name }, token);
  const renamed = planRpChange(at, 'rp-renamed', 'name = :name', { name });
  await writeChange(ports, actor, {
    ...renamed,
    statements: [...renamed.statements, ...keepTerms(at.rpId, name)],
  });
  return (await readRp(ports.db, at.rpId)).record;
}
