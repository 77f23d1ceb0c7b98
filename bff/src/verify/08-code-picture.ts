import { decodeBase64url } from '../../../shared/bytes/base64url.ts';
import { makeCode } from '../../../shared/counter-code/make-code.ts';
import * as limits from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import type { CounterCaller } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';
import { take } from '../quota/take.ts';
import { loadAtCounter } from '../session/load.ts';
import { isLiveCheck } from '../session/session.ts';

/**
 * The code of this second, by the clock that codes are judged by, as a PNG of `size` pixels a side. The code says at which counter its
 * scanner stands: so only that one is given it, though another of the same RP may read the session.
 * @throws Problem not-found, also for every other counter; session-over, step-out-of-order once a phone has taken the session,
 * too-many-requests, also where this relying party, or all together, have as many drawn at this moment as may be
 */
export async function codePicture(
  ports: Ports,
  caller: CounterCaller,
  sessionId: string,
  size: number = limits.codePicture,
): Promise<Uint8Array> {
  const session = await loadAtCounter(ports, caller, sessionId);
  if (session.asked.by !== 'counter' || session.asked.request.counterId !== caller.counterId)
    throw new Problem('not-found');
  if (!isLiveCheck(session)) throw new Problem('session-over');
  if (session.state !== 'open') throw new Problem('step-out-of-order');
  const { request, code } = session.asked;
  const { rpId, counterId, scene, purpose } = request;
  const elapsed = Math.max(0, Math.floor((ports.now() - session.openedAt) / 1000));
  const text = makeCode({
    baseUrl: ports.settings.publicUrl,
    secret: decodeBase64url(code.secret),
    ...{ token: code.token, elapsed, rpId, counterId, scene, purpose },
  });
  const { leave } = await take(ports, [
    { quota: 'code-pictures-by-counter', subject: caller.counterId },
    { quota: 'code-pictures-by-rp', subject: caller.rpId },
    { quota: 'code-pictures', subject: '' },
  ]);
  return ports.drawCode(text, size).finally(leave);
}
