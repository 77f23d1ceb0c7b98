import type { components } from './api.ts';
import { type CheckView, isOver, isView } from './guards.ts';
import type { Link } from './link.ts';
import { Refused } from './refused.ts';

/** `staffed`: the clerk goes on in the other way, with an ID card; `abandoned`: nobody is there any more. */
export type Ending = components['schemas']['EndSessionBody']['reason'];

/** It waits for a decision that is just being made, and a little longer. */
const patience = 20_000;

/**
 * The counter ends a check that is not decided. Where it had ended already, its end is the answer, whichever it was.
 * @throws Refused, Unreachable
 */
export async function endCheck(link: Link, sessionId: string, reason: Ending): Promise<CheckView> {
  const path = `/counter/v1/sessions/${sessionId}`;
  try {
    return await link.ask(
      { method: 'POST', path: `${path}/end`, body: { reason }, patience, repeatable: true },
      isView,
    );
  } catch (fault) {
    if (!(fault instanceof Refused) || fault.code !== 'session-over') throw fault;
    const view = await link.ask({ method: 'GET', path, repeatable: true }, isView);
    if (!isOver(view)) throw fault;
    return view;
  }
}
