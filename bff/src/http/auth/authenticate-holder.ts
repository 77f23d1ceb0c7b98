import { Problem } from '../../../../shared/problem.ts';
import type { HolderCaller } from '../../ports/callers.ts';
import type { Ports } from '../../ports/ports.ts';
import { take } from '../../quota/take.ts';
import type { Proven } from './prove-token.ts';

/**
 * Tells which holder calls: by an access token, whose device is the holder's live one at this moment. A ticket opens nothing here.
 * @throws Problem token-invalid, device-voided, too-many-requests
 */
export async function authenticateHolder(
  ports: Ports,
  { holderId, deviceThumbprint, scope }: Proven,
): Promise<HolderCaller> {
  if (scope !== undefined) throw new Problem('token-invalid');
  const [holder] = await ports.db.read('select device from holders where id = :holderId', { holderId });
  if (holder?.device !== deviceThumbprint) throw new Problem('device-voided');
  await take(ports, [{ quota: 'calls-by-holder', subject: holderId }]);
  return { holderId, deviceThumbprint };
}
