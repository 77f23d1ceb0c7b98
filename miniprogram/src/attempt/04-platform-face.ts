import type { HolderView } from '../../../shared/contract/holder-view.ts';
import { isFaceBeginAnswer, isHolderView } from '../holder/answers.ts';
import { callBff } from '../holder/call-bff.ts';
import type { Holder } from '../holder/holder.ts';
import { type HolderCode, HolderProblem } from '../holder/holder-problem.ts';
import { loginCode } from '../holder/login-code.ts';
import { patiently } from '../holder/patiently.ts';
import { checkBegun } from './check-begun.ts';
import type { CheckedChallenge } from './check-challenge.ts';
import { demandStandingKeys } from './demand-standing-keys.ts';

/** What a BFF answers where the face has come already, or where nothing is open any more. */
const settled: readonly HolderCode[] = ['sample-not-awaited', 'step-out-of-order'];

/**
 * Has the platform take the face by pages of its own. How that ended the authority hears from the platform, never from here.
 * @returns the view once the face has come
 * @throws HolderProblem platform-face-missing, platform-face-left (may be done again), authority-untrusted, ...
 */
export async function platformFace(
  holder: Holder,
  sessionId: string,
  checked: CheckedChallenge,
): Promise<HolderView> {
  const { platform } = holder;
  if (platform.verifyFace === undefined) throw new HolderProblem('platform-face-missing');
  const path = `/holder/v1/sessions/${sessionId}`;
  // Each call brings a code of its own: a platform takes one once.
  const { begun, session } = await patiently(platform.clock, async () => {
    const { code } = await loginCode(platform);
    return await callBff(holder, {
      method: 'POST',
      path: `${path}/platform-face`,
      body: { code },
      guard: isFaceBeginAnswer,
    });
  });
  if (begun === undefined) return session;
  const page = checkBegun(checked, begun);
  await demandStandingKeys(holder, checked);
  await platform.verifyFace(page);
  return await endFace(holder, path);
}

async function endFace(holder: Holder, path: string): Promise<HolderView> {
  const view = await patiently(holder.platform.clock, () =>
    callBff(holder, { method: 'POST', path: `${path}/platform-face/end`, guard: isHolderView }).catch(
      async (problem: unknown) => {
        if (!(problem instanceof HolderProblem) || !settled.includes(problem.code)) throw problem;
        return await callBff(holder, { method: 'GET', path, guard: isHolderView });
      },
    ),
  );
  const awaited = view.state === 'challenged' && view.awaited?.includes('platform-face') === true;
  if (awaited) throw new HolderProblem('platform-face-left');
  return view;
}
