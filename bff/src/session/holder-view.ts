import type { HolderView, WhoAsks } from '../../../shared/contract/holder-view.ts';
import { limits } from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import { isFinal } from '../../../shared/sessions.ts';
import type { Ports } from '../ports/ports.ts';
import type { Request, Session } from './session.ts';

/** What the phone that takes part may see of its session. */
export async function holderView(ports: Ports, session: Session): Promise<HolderView> {
  return {
    id: session.id,
    ceremony: session.ceremony,
    state: session.state,
    version: session.version,
    serverTime: ports.now(),
    ...(isFinal(session.state) ? {} : { deadline: session.deadline }),
    ...(session.asked.by === 'counter' ? { asks: await whoAsks(ports, session.asked.request) } : {}),
    ...progress(session),
  };
}

function progress(session: Session): Partial<HolderView> {
  switch (session.state) {
    case 'open':
      return {};
    case 'claimed':
    case 'challenged':
    case 'deciding':
      return {
        ...(session.state === 'claimed' ? {} : { awaited: session.attempt.awaited }),
        attemptsLeft: limits.attemptsPerSession - session.claim.attempts,
        hints: session.claim.hints,
      };
    case 'passed':
      return { decidedAt: session.endedAt, sandbox: session.sandbox };
    case 'failed':
      return { decidedAt: session.endedAt, sandbox: session.sandbox, hints: session.hints };
    case 'declined':
    case 'cancelled':
    case 'expired':
    case 'aborted':
      return {};
  }
}

/** @throws Problem who-asks-unknown where the counter is no longer registered */
async function whoAsks(ports: Ports, request: Request): Promise<WhoAsks> {
  const { rpId, counterId, scene, level, purpose } = request;
  const counter = await ports.registry.counter(counterId);
  if (counter === undefined) throw new Problem('who-asks-unknown');
  return { rpId, counterId, scene, level, purpose, registration: counter.registered.signed };
}
