import type { WebhookEvent } from '../../../shared/contract/webhook/events.ts';
import type { Ports } from '../ports/ports.ts';
import type { BodyOf } from '../webhook/deliver.ts';
import { load } from './load.ts';
import { resultOf } from './result.ts';
import { isLive, type Session } from './session.ts';

/**
 * What a webhook of an RP is told of an event, made anew for each try of what is kept of the session, and the same each time: nothing
 * is kept beside the session that would have to be forgotten with it. Once it is forgotten, how it ended is told and nothing else. undefined where
 * there is nothing to tell, or it is of another RP.
 */
export async function webhookBody(
  ports: Ports,
  { type, sessionId, at, rpId, endedAs }: Parameters<BodyOf>[1],
): Promise<WebhookEvent | undefined> {
  const timestamp = new Date(at).toISOString();
  if (type === 'webhook.test') return { type, timestamp, data: {} };
  if (sessionId === undefined) return undefined;
  const session = await load(ports, sessionId);
  if (session === undefined && type === 'session.ended' && endedAs !== undefined)
    return { type, timestamp, data: { sessionId, state: endedAs } };
  if (session?.asked.by !== 'counter' || session.asked.request.rpId !== rpId) return undefined;
  const { counterId, scene, level } = session.asked.request;
  const common = { counterId, sessionId: session.id, scene, openedAt: session.openedAt };
  if (type === 'session.needs-more-time') return { type, timestamp, data: { ...common, level } };
  return { type, timestamp, data: { ...common, level, ...(await endOf(ports, session)) } };
}

/** What its counter sees of a session that has ended (`counter-view.ts`). */
async function endOf(ports: Ports, session: Session) {
  if (isLive(session) || session.state === 'in-review') throw new Error('no end that an RP is told');
  const { shown: version } = session;
  const state = session.state === 'superseded' ? 'aborted' : session.state;
  if (session.state !== 'passed' && session.state !== 'failed') return { state, version };
  return { state, version, decidedAt: session.endedAt, result: await resultOf(ports, session) };
}
