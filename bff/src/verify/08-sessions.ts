import type { SessionsPage } from '../../../shared/contract/verify/08-sessions.ts';
import type { CounterCaller } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';
import { counterView } from '../session/counter-view.ts';
import { cursorAt, placeOf, readFeed } from '../session/feed.ts';

/**
 * One page of what changed for the counter since the cursor. Going on from `next` until there is no `more`, nothing that is kept is
 * left out; a session that changes meanwhile comes again, later, as it then is.
 */
export async function readSessions(
  ports: Ports,
  { counterId }: CounterCaller,
  since: string | undefined,
): Promise<SessionsPage> {
  const after = (since === undefined ? undefined : await placeOf(ports, counterId, since)) ?? 0;
  const { entries, next, more } = await readFeed(ports, counterId, after);
  const sessions = [];
  for (const { session } of entries) sessions.push(await counterView(ports, session));
  return { sessions, next: cursorAt(counterId, next), more };
}
