import type { RelyingPartyRecord } from '../../../../shared/contract/operator/relying-parties.ts';
import type { RpId } from '../../../../shared/ids.ts';
import type { Actor } from '../../ports/audit.ts';
import { readRp } from '../view/rp-record.ts';
import { type RegistryPorts, writeChange } from '../write-change.ts';
import { planRpChange } from './plan-party.ts';

/** Puts a relying party under watch: what gives it more needs two operators from then on. Twice is once. @throws Problem not-found, revoked-already */
export async function watchParty(
  ports: RegistryPorts,
  actor: Actor,
  rpId: RpId,
): Promise<RelyingPartyRecord> {
  const { record } = await readRp(ports.db, rpId);
  if (record.underWatch) return record;
  await writeChange(
    ports,
    actor,
    planRpChange(record, 'rp-watched', 'watched_since = :now', { now: ports.now() }),
  );
  return (await readRp(ports.db, rpId)).record;
}
