import type { LoginAnswer, LoginBody } from '../../../shared/contract/login/01-login.ts';
import { asId, type HolderId } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import { abortDevice } from '../attempt/abort-device.ts';
import { faceTakerOf } from '../attempt/face-taker.ts';
import { holderIdOf } from '../credential/holder-id.ts';
import { wakeHolder } from '../notice/wake-holder.ts';
import { deliverDue } from '../outbox/deliver-due.ts';
import type { Arriving, SignToken } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';
import { checkSoter } from './check-soter.ts';
import { redeemCode } from './redeem-code.ts';
import type { SoterKey } from './soter-key.ts';
import { subjectOf } from './subject-of.ts';
import { takeDevice } from './take-device.ts';

/**
 * A person logs in by the platform's own login, by the code of an SMS, or again by the device key alone, on the phone whose key
 * made the proof of the call. The phone that the person used before is signed out: it is told at once where it waits, its credential is
 * unusable and its sessions in flight are superseded. The answer does not wait for the authority to hear of that.
 * @throws Problem login-refused, soter-refused, platform-unavailable, platform-busy, too-many-requests, sms-code-wrong, sms-code-over
 */
export async function login(ports: Ports, body: LoginBody & Arriving, sign: SignToken): Promise<LoginAnswer> {
  const { platform, deviceThumbprint } = body;
  const { holderId, soter } = await holderOf(ports, body);
  // A key that loses its place at this moment does not take it back: its token is refused wherever it is shown.
  const taken =
    platform === 'device'
      ? 'same'
      : await takeDevice(ports, holderId, {
          ...{ device: deviceThumbprint, soter },
          platform: platform === 'sms' ? undefined : platform,
        });
  const takenOver = typeof taken === 'string' ? undefined : taken;
  if (takenOver !== undefined) {
    wakeHolder(ports, holderId);
    await abortDevice(ports, takenOver.deviceThumbprint);
    if (takenOver.credential !== undefined) {
      const { handle, move } = takenOver.credential;
      void ports.audit({ event: 'credential-moved', by: 'holder', move });
      // What fails here is due again later, and told of then.
      void deliverDue(ports, handle).catch(() => undefined);
    }
  }
  // Who logs in again where the place is taken already changes nothing.
  if (taken !== 'same')
    void ports.audit({ event: 'device-taken', by: 'holder', platform, tookOver: takenOver !== undefined });

  const faceBy = await faceTakerOf(ports, holderId);
  const serverTime = ports.now();
  const iat = Math.floor(serverTime / 1000);
  const exp = iat + limits.holderTokenLifetime / 1000;
  return {
    accessToken: sign({ sub: holderId, iat, exp, cnf: { jkt: deviceThumbprint } }),
    tokenType: 'DPoP',
    expiresAt: exp * 1000,
    serverTime,
    tookOver: takenOver !== undefined,
    ...(faceBy === 'phone' ? {} : { faceBy }),
  };
}

/** The holder is named by the platform's own id of the person, by the number whose code was told, or by the live device key. */
async function holderOf(
  ports: Ports,
  body: LoginBody & Arriving,
): Promise<{ holderId: HolderId; soter?: SoterKey }> {
  const { holderPepper } = ports.settings;
  switch (body.platform) {
    case 'device': {
      const [row] = await ports.db.read('select id from holders where device = :device', {
        device: body.deviceThumbprint,
      });
      if (row === undefined) throw new Problem('login-refused');
      return { holderId: asId('hol', String(row.id)) };
    }
    case 'sms':
      await redeemCode(ports, body);
      return { holderId: holderIdOf(holderPepper, 'sms', body.phone) };
    case 'wechat':
    case 'alipay': {
      const { platform, soter: proof, deviceThumbprint: device } = body;
      if (proof !== undefined && platform !== 'wechat') throw new Problem('request-invalid');
      const openId = await subjectOf(ports, body);
      const holderId = holderIdOf(holderPepper, platform, openId);
      return proof === undefined
        ? { holderId }
        : { holderId, soter: await checkSoter(ports, proof, { openId, device }) };
    }
  }
}
