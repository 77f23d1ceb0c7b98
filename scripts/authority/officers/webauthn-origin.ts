import { Problem } from '../../../shared/problem.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';

/** The origin of the officers' page, and the RP id of their passkeys, which is its host. @throws Problem not-found where there is no such page */
export function webauthnOrigin({ settings }: AuthorityPorts): { origin: string; rpId: string } {
  if (settings.officerOrigin === undefined) throw new Problem('not-found');
  return { origin: settings.officerOrigin, rpId: new URL(settings.officerOrigin).hostname };
}
