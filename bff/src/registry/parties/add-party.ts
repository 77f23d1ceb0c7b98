import type { Static } from 'typebox';
import type {
  addRelyingPartyCall,
  RelyingPartyRecord,
} from '../../../../shared/contract/operator/relying-parties.ts';
import type { Actor } from '../../ports/audit.ts';
import { checkedKey } from '../keys/checked-key.ts';
import { readRp } from '../view/rp-record.ts';
import { checkScenes } from '../view/scene-policies.ts';
import { type RegistryPorts, writeChange } from '../write-change.ts';
import { keepTerms } from './search-terms.ts';

export type NewParty = Static<(typeof addRelyingPartyCall)['body']>;

/**
 * Adds a relying party, once the registrar has registered its brand name for it alone. One that comes by an import has its names in
 * the statements about its counters, and the registrar is not asked.
 * @throws Problem scenes-invalid, key-invalid, id-taken, and what the registrar refuses with
 */
export async function addParty(
  ports: RegistryPorts,
  actor: Actor,
  party: NewParty,
  named: { token: string | undefined } | 'by-statement',
): Promise<RelyingPartyRecord> {
  const { rpId, name, scenes, encryptionKey, quotas = {} } = party;
  checkScenes(scenes);
  if (encryptionKey !== undefined) checkedKey(encryptionKey);
  if (named !== 'by-statement') await ports.registrar.registerName({ rpId, rpName: name }, named.token);
  await writeChange(ports, actor, {
    change: { what: 'rp-added', rpId },
    of: { table: 'relying_parties', id: rpId },
    statements: [
      {
        sql: `insert into relying_parties (id, name, scenes, scenes_left, encryption_key, quotas, registered_at, version)
          values (:rpId, :name, :scenes, '[]', :encryptionKey, :quotas, :now, 1)`,
        params: {
          ...{ rpId, name, scenes: JSON.stringify(scenes), quotas: JSON.stringify(quotas), now: ports.now() },
          encryptionKey: encryptionKey === undefined ? null : JSON.stringify(encryptionKey),
        },
      },
      ...keepTerms(rpId, name),
    ],
  });
  return (await readRp(ports.db, rpId)).record;
}
