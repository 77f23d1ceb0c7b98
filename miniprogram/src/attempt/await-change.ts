import type { HolderView } from '../../../shared/contract/holder-view.ts';
import { limits } from '../../../shared/limits.ts';
import { isFinal } from '../../../shared/sessions.ts';
import { isHolderView } from '../holder/answers.ts';
import { callBff } from '../holder/call-bff.ts';
import type { Holder } from '../holder/holder.ts';
import { patiently } from '../holder/patiently.ts';

/**
 * Polls `path` until the view is final or `enough` says so. Every state of the BFF has a deadline, so this ends.
 * @throws HolderProblem
 */
export async function awaitChange(
  holder: Holder,
  path: string,
  from: HolderView,
  enough: (view: HolderView) => boolean,
): Promise<HolderView> {
  let view = from;
  while (!isFinal(view.state) && !enough(view)) {
    const query = `after=${view.version}&wait=${limits.longPollSeconds}`;
    view = await patiently(holder.platform.clock, () =>
      callBff(holder, {
        method: 'GET',
        path: `${path}?${query}`,
        form: isHolderView,
        patience: limits.longPollSeconds * 1000,
      }),
    );
  }
  return view;
}
