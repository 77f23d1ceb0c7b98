import { plainCode } from '../../../shared/counter-code/plain-code.ts';
import * as limits from '../../../shared/limits.ts';
import { isHolderView } from '../holder/answers.ts';
import { callBff } from '../holder/call-bff.ts';
import type { Holder } from '../holder/holder.ts';
import { HolderProblem } from '../holder/holder-problem.ts';
import { patiently } from '../holder/patiently.ts';
import { checkWhoAsks, type SessionView } from '../holder/who-asks.ts';

/**
 * Takes the session whose code was scanned. The view says who asks, where, for what and at which level, in names that the
 * authority's registrar has signed.
 * @param ticket of the scan's arrival: with it the code may be old, or gone with an app that was closed
 * @throws HolderProblem who-asks-unknown, code-unreadable, code-stale, code-forged, session-taken, session-over, credential-missing,
 *   credential-void, level-too-low, ...
 */
export async function claim(
  holder: Holder,
  scanned: string | undefined,
  ticket?: string,
): Promise<SessionView & Asked> {
  const code = scanned === undefined ? undefined : (plainCode(scanned) ?? scanned);
  if (code !== undefined && (code === '' || code.length > limits.scannedCode))
    throw new HolderProblem('code-unreadable');
  const view = await patiently(holder.platform.clock, () =>
    callBff(holder, {
      method: 'POST',
      path: '/holder/v1/sessions/claim',
      body: { ...(code === undefined ? {} : { code }), ...(ticket === undefined ? {} : { ticket }) },
      guard: isHolderView,
    }),
  );
  const checked = checkWhoAsks(holder, view);
  const { asks } = checked;
  if (asks === undefined) throw new HolderProblem('answer-unreadable', { why: 'nobody asks' });
  return { ...checked, asks };
}

type Asked = Required<Pick<SessionView, 'asks'>>;
