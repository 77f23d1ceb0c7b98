import type { HolderId } from '../../../shared/ids.ts';
import { Problem } from '../../../shared/problem.ts';
import type { Ports } from '../ports/ports.ts';
import { type Credential, readCredential } from './credential.ts';
import { refusalOfState } from './refusal-of-state.ts';

/**
 * The credential of a holder that may be shown.
 * @throws Problem credential-missing, credential-frozen, credential-suspended, credential-unusable, credential-void
 */
export async function demandCredential(ports: Ports, holderId: HolderId): Promise<Credential> {
  const credential = await readCredential(ports, holderId);
  if (credential === undefined) throw new Problem('credential-missing');
  const refused = refusalOfState(credential.state);
  if (refused !== undefined) throw new Problem(refused);
  return credential;
}
