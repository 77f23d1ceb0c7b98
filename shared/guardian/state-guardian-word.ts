import { type SigningDevice, stateByDevice } from '../jws/state-by-device.ts';
import * as limits from '../limits.ts';

/**
 * What a guardian agrees to. `use`: one check of the ward's, in that session, at that counter, for that scene; or, where the ward is 14 or more, the next one by the code that was
 * given away. `renew`: another year, in that form.
 */
export type GuardianAct =
  | { act: 'use'; session: string; counterId: string; scene: string }
  | { act: 'use'; code: string }
  | { act: 'renew'; form: string };

/**
 * A guardian's word, signed by the device key (JWS ES256, typ `lz-guardian-word+jwt`, kid the thumbprint): by it the authority knows that no BFF
 * agrees in a guardian's name.
 * @param now the server's time, epoch milliseconds
 */
export function stateGuardianWord(
  device: SigningDevice,
  { delegation, now, ...agreed }: GuardianAct & { delegation: string; now: number },
): string {
  const iat = Math.floor(now / 1000);
  const exp = iat + limits.guardianWordLifetime / 1000;
  return stateByDevice(device, 'lz-guardian-word+jwt', { delegation, ...agreed, iat, exp });
}
