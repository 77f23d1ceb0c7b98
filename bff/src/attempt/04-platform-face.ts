import { timingSafeEqual } from 'node:crypto';
import type { FacePlatform } from '../../../shared/challenge.ts';
import type { FaceBeginAnswer, FaceBeginBody } from '../../../shared/contract/attempt/04-platform-face.ts';
import type { HolderView } from '../../../shared/contract/holder-view.ts';
import type { HolderId } from '../../../shared/ids.ts';
import { Problem } from '../../../shared/problem.ts';
import { holderIdOf } from '../credential/holder-id.ts';
import type { DeviceCaller } from '../ports/callers.ts';
import type { PlatformToken } from '../ports/platforms.ts';
import type { Ports } from '../ports/ports.ts';
import { take } from '../quota/take.ts';
import { holderView } from '../session/holder-view.ts';
import type { InState } from '../session/session.ts';
import { faceTakerOf } from './face-taker.ts';
import { loadAwaiting, recordSample } from './record-sample.ts';

/**
 * Has the authority open a face check at the platform, for the person whose fresh login code this is and nobody else. Neither
 * the platform's id of the person nor the access token is kept.
 * @throws Problem not-found, session-over, step-out-of-order, sample-not-awaited, challenge-expired, login-refused,
 * platform-account-other, platform-tries-over, platform-unavailable, authority-unavailable, too-many-requests
 */
export async function beginPlatformFace(
  ports: Ports,
  caller: DeviceCaller,
  id: string,
  { code }: FaceBeginBody,
): Promise<FaceBeginAnswer> {
  const session = await loadAwaiting(ports, caller, id, 'platform-face');
  const holderId = holderOf(session);
  const { platform, token } = await verifierOf(ports, holderId);
  await take(ports, [{ quota: 'platform-faces-by-holder', subject: holderId }]);
  const { subject } = await ports.platforms[platform](code);
  const named = holderIdOf(ports.settings.holderPepper, platform, subject);
  if (!isSame(named, holderId)) throw new Problem('platform-account-other');
  const { begun, awaited } = await lend(token, (accessToken) =>
    ports.authority.beginFace(
      session.attempt.challengeId,
      accessToken === undefined
        ? { platform: 'alipay' }
        : { platform: 'wechat', openId: subject, accessToken },
    ),
  );
  void ports.audit({ event: 'platform-face-begun', by: 'holder', sessionId: id });
  const came = !awaited.includes('platform-face');
  const after = came ? await recordSample(ports, caller, session, 'platform-face') : session;
  return { ...(begun === undefined ? {} : { begun }), session: await holderView(ports, after) };
}

/**
 * Has the authority ask the platform how the face check ended. What the phone believes of it is not asked.
 * @throws Problem not-found, session-over, step-out-of-order, sample-not-awaited, challenge-expired, platform-tries-over,
 * platform-unavailable, authority-unavailable
 */
export async function endPlatformFace(ports: Ports, caller: DeviceCaller, id: string): Promise<HolderView> {
  const session = await loadAwaiting(ports, caller, id, 'platform-face');
  const { token } = await verifierOf(ports, holderOf(session));
  const { awaited } = await lend(token, (accessToken) =>
    ports.authority.endFace(session.attempt.challengeId, accessToken === undefined ? {} : { accessToken }),
  );
  const came = !awaited.includes('platform-face');
  return holderView(ports, came ? await recordSample(ports, caller, session, 'platform-face') : session);
}

async function verifierOf(
  ports: Ports,
  holderId: HolderId,
): Promise<{ platform: FacePlatform; token: PlatformToken | undefined }> {
  const platform = await faceTakerOf(ports, holderId);
  if (platform === 'phone') throw new Problem('sample-not-awaited');
  return { platform, token: platform === 'wechat' ? ports.faceVerifiers.wechat : undefined };
}

/** WeChat's access token for one call, Alipay needs none; one that the platform refused is fetched anew for the next call. */
async function lend<T>(
  token: PlatformToken | undefined,
  call: (accessToken: string | undefined) => Promise<T>,
): Promise<T> {
  if (token === undefined) return await call(undefined);
  const accessToken = await token.current();
  try {
    return await call(accessToken);
  } catch (fault) {
    if (fault instanceof Problem && fault.code === 'platform-unavailable') token.forget(accessToken);
    throw fault;
  }
}

function isSame(one: HolderId, other: HolderId): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** No platform knows of who shows a card alone. */
function holderOf({ claim }: InState<'challenged'>): HolderId {
  if (claim.shows === 'card') throw new Problem('sample-not-awaited');
  return claim.holderId;
}
