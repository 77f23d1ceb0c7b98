import type { VerdictClaims } from '../../../shared/contract/authority/07-verdict.ts';
import { asId } from '../../../shared/ids.ts';
import type { InState, Session } from '../../../shared/sessions.ts';
import { takeVerdict } from '../attempt/07-verdict.ts';
import { stillLiveDevice, storeCredential } from '../credential/credential.ts';
import { queueMessage } from '../outbox/queue-message.ts';
import type { Ports } from '../ports/ports.ts';
import { load } from '../session/load.ts';

/**
 * A pass brings the credential: stored with the change of state or not at all. Any earlier one of the holder is replaced.
 * It counts only while the phone that applied is the holder's live one: a takeover in flight makes it a fail, and the
 * authority is told that the credential which it just made is void.
 */
export async function verdict(
  ports: Ports,
  application: InState<'deciding'>,
  claims: VerdictClaims,
): Promise<Session | 'lost'> {
  if (claims.outcome !== 'pass' || claims.credential === undefined)
    return takeVerdict(ports, application, claims);
  const { holderId, deviceThumbprint } = application.claim;
  const taken = await takeVerdict(ports, application, claims, [
    stillLiveDevice(holderId, deviceThumbprint),
    storeCredential(holderId, asId('crd', claims.credential), claims.level, ports.now()),
  ]);
  if (taken !== 'lost') {
    void ports.audit({ event: 'credential-issued', by: 'authority', level: claims.level });
    return taken;
  }
  const current = await load(ports, application.id);
  if (current?.state !== 'deciding' || current.version !== application.version) return 'lost';
  const failed = { ...claims, outcome: 'fail' as const, hints: [] };
  const handle = asId('crd', claims.credential);
  return takeVerdict(ports, application, failed, [queueMessage(ports, { kind: 'void-credential', handle })]);
}
