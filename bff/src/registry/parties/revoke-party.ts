import type { RelyingPartyRecord } from '../../../../shared/contract/operator/relying-parties.ts';
import type { revocationReasons } from '../../../../shared/contract/operator/terms.ts';
import type { RpId } from '../../../../shared/ids.ts';
import type { Actor } from '../../ports/audit.ts';
import type { Ports } from '../../ports/ports.ts';
import { endChecksOf } from '../end-checks-of.ts';
import { planRevocation } from '../plan-revocation.ts';
import { readRp } from '../view/rp-record.ts';
import { writeChange } from '../write-change.ts';

/**
 * Revokes a relying party: it and all its counters are nobody from then on, their streams and long polls end within a second in every
 * process, their live checks at once. Twice is once.
 * @throws Problem not-found
 */
export async function revokeParty(
  ports: Ports,
  actor: Actor,
  rpId: RpId,
  reason: (typeof revocationReasons)[number],
): Promise<RelyingPartyRecord> {
  const { record } = await readRp(ports.db, rpId);
  if (record.standing === 'active') {
    const planned = planRevocation({ table: 'relying_parties', id: rpId }, reason, ports.now());
    await writeChange(ports, actor, {
      ...planned,
      change: { what: 'rp-revoked', rpId, reason },
      touches: [rpId],
    });
  }
  await endChecksOf(ports, { rpId });
  return (await readRp(ports.db, rpId)).record;
}
