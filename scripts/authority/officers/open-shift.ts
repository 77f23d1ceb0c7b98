import { generateAuthenticationOptions } from '@simplewebauthn/server';
import { encodeBase64url } from '../../../shared/bytes/base64url.ts';
import type { BegunShift, OpenedShift } from '../../../shared/contract/officer/shift.ts';
import type { ShiftClaims } from '../../../shared/contract/officer/terms.ts';
import type { PasskeyAssertion } from '../../../shared/contract/operator/passkey.ts';
import { newId } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import { shiftHash } from '../../../shared/raise/shift-hash.ts';
import { signKeyList } from '../keys/sign-key-list.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import { begin } from './begun.ts';
import { checkAssertion } from './check-assertion.ts';
import { shiftView } from './shift-view.ts';
import { standingShift } from './standing-shift.ts';
import { webauthnOrigin } from './webauthn-origin.ts';

/** Asks for any officer's passkey, to be bound to this key of a browser: nobody is named, so that nobody learns who is one. */
export async function beginShift(ports: AuthorityPorts, key: string): Promise<BegunShift> {
  const salt = encodeBase64url(ports.random(32));
  const challenge = new Uint8Array(shiftHash({ key, salt }));
  const ceremony = begin(ports, { purpose: 'shift', about: key, challenge });
  const options = await generateAuthenticationOptions({
    rpID: webauthnOrigin(ports).rpId,
    ...{ challenge, timeout: limits.officerDecision, userVerification: 'required' },
  });
  return { ceremony, options, salt };
}

/**
 * Opens a shift for whom a passkey verified, bound to the key of the browser, which is the one that was signed for; one that was open is over.
 * @throws Problem passkey-refused, shift-over (nobody stands who has no strict credential, or whose point does not)
 */
export async function openShift(
  ports: AuthorityPorts,
  given: { ceremony: string; assertion: PasskeyAssertion; key: string },
): Promise<OpenedShift> {
  const { store, now, keys, settings } = ports;
  const { officer, passkeyId } = await checkAssertion(ports, { purpose: 'shift', about: given.key }, given);
  const id = newId('shf', ports.random);
  const since = now();
  const opened = store.together(() => {
    store.shifts.open({
      ...{ id, officerId: officer.id, passkeyId, key: given.key },
      ...{ since, expiresAt: since + limits.officerShift },
    });
    return standingShift(ports, store.shifts.find(id));
  });
  const { pointId, role, rpId, counterId } = officer;
  const claims: ShiftClaims = {
    iss: settings.issuer,
    iat: Math.floor(since / 1000),
    exp: Math.floor(opened.shift.expiresAt / 1000),
    sandbox: true,
    ...{ shiftId: id, officerId: officer.id, role, rpId, counterId },
    ...(pointId !== undefined && { pointId }),
    cnf: { jkt: given.key },
  };
  return {
    token: keys.sign('lz-officer+jwt', claims),
    keyList: signKeyList(ports),
    shift: shiftView(ports, opened),
  };
}
