import type { HolderView } from '../../../shared/contract/holder-view.ts';
import { plainCode } from '../../../shared/counter-code/plain-code.ts';
import { limits } from '../../../shared/limits.ts';
import { isHolderView } from '../holder/answers.ts';
import { callBff } from '../holder/call-bff.ts';
import type { Holder } from '../holder/holder.ts';
import { HolderProblem } from '../holder/holder-problem.ts';
import { patiently } from '../holder/patiently.ts';

/**
 * Takes the session whose code was scanned. The view says who asks, where, for what and at which level.
 * @throws HolderProblem code-unreadable, code-stale, code-forged, session-taken, session-over, credential-missing,
 *   credential-void, level-too-low, ...
 */
export async function claim(holder: Holder, scanned: string): Promise<HolderView & Asked> {
  const code = plainCode(scanned) ?? scanned;
  if (code === '' || code.length > limits.scannedCode) throw new HolderProblem('code-unreadable');
  const view = await patiently(holder.platform.clock, () =>
    callBff(holder, {
      method: 'POST',
      path: '/holder/v1/sessions/claim',
      body: { code },
      guard: isHolderView,
    }),
  );
  const { asks } = view;
  if (asks === undefined) throw new HolderProblem('answer-unreadable', { why: 'nobody asks' });
  return { ...view, asks };
}

type Asked = Required<Pick<HolderView, 'asks'>>;
