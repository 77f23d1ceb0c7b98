import type { VerdictClaims } from '../../../shared/contract/authority/07-verdict.ts';
import { asId } from '../../../shared/ids.ts';
import type { InState, Session } from '../../../shared/sessions.ts';
import type { Ports } from '../ports/ports.ts';
import { storeCredential } from '../session/credential.ts';
import { takeVerdict } from '../session/take-verdict.ts';

/** A pass brings the credential: stored with the change of state or not at all. Any earlier one of the holder is replaced. */
export async function verdict(
  ports: Ports,
  application: InState<'deciding'>,
  claims: VerdictClaims,
): Promise<Session | 'lost'> {
  if (claims.outcome !== 'pass' || claims.credential === undefined)
    return takeVerdict(ports, application, claims);
  const { holderId } = application.claim;
  const stored = storeCredential(holderId, asId('crd', claims.credential), claims.level, ports.now());
  const taken = await takeVerdict(ports, application, claims, [stored]);
  if (taken !== 'lost')
    void ports.audit({ event: 'credential-issued', by: 'authority', level: claims.level });
  return taken;
}
