import { type CheckView, isView } from './guards.ts';
import type { Link } from './link.ts';
import { Refused } from './refused.ts';

/**
 * The counter gives the guest more time, once a check; where it has been given already, that is the answer too.
 * @throws Refused (`session-over`), Unreachable
 */
export async function extend(link: Link, sessionId: string): Promise<CheckView> {
  const path = `/counter/v1/sessions/${sessionId}`;
  const asked = { method: 'POST', path: `${path}/extend`, repeatable: true } as const;
  return await link.ask(asked, isView).catch((fault: unknown) => {
    if (!(fault instanceof Refused) || fault.code !== 'extended-already') throw fault;
    return link.ask({ method: 'GET', path, repeatable: true }, isView);
  });
}
