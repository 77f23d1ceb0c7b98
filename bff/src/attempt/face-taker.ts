import { type FaceTaker, facePlatforms } from '../../../shared/challenge.ts';
import type { HolderId } from '../../../shared/ids.ts';
import type { Ports } from '../ports/ports.ts';

/** Who takes the face of this holder: the platform of the login where it has a verifier that is switched on, else the phone. */
export async function faceTakerOf(ports: Ports, holderId: HolderId): Promise<FaceTaker> {
  if (Object.keys(ports.faceVerifiers).length === 0) return 'phone';
  const [row] = await ports.db.read('select platform from holders where id = :holderId', { holderId });
  const platform = facePlatforms.find((known) => known === row?.platform);
  return platform !== undefined && ports.faceVerifiers[platform] !== undefined ? platform : 'phone';
}
