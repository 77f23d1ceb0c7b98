import type { OpenSessionAnswer } from '../../../shared/contract/verify/01-open-session.ts';
import * as limits from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import type { Ports } from '../ports/ports.ts';
import type { Session } from './session.ts';

/**
 * What whoever opened a session needs to show its codes.
 * @throws Problem session-over where the session has ended, and its code with it
 */
export function openAnswer(ports: Ports, session: Session | undefined): OpenSessionAnswer {
  if (session?.asked.by !== 'counter' || !('code' in session.asked)) throw new Problem('session-over');
  const { id: sessionId, openedAt, asked } = session;
  const { rpId, counterId, scene, purpose, level } = asked.request;
  return {
    ...{ sessionId, rpId, counterId, scene, purpose, level },
    codeBaseUrl: ports.settings.publicUrl,
    ...asked.code,
    openedAt,
    serverTime: ports.now(),
    expiresAt: openedAt + limits.openLifetime,
  };
}
