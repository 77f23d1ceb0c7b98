import type { EventType, WebhookEvent } from '../../../shared/contract/webhook/events.ts';
import type { Ports } from '../ports/ports.ts';
import { load } from './load.ts';
import { resultOf } from './result.ts';
import { isLive, type Session } from './session.ts';

/**
 * What a webhook of an RP is told of an event, made anew for each try of what is kept of the session, and the same each time: nothing
 * is kept beside the session that would have to be forgotten with it. undefined where it is forgotten, or of another RP.
 */
export async function webhookBody(
  ports: Ports,
  { type, sessionId, at, rpId }: { type: EventType; sessionId: string | undefined; at: number; rpId: string },
): Promise<WebhookEvent | undefined> {
  const timestamp = new Date(at).toISOString();
  if (type === 'webhook.test') return { type, timestamp, data: {} };
  const session = sessionId === undefined ? undefined : await load(ports, sessionId);
  if (session?.asked.by !== 'counter' || session.asked.request.rpId !== rpId) return undefined;
  const { counterId, scene, level } = session.asked.request;
  const common = { counterId, sessionId: session.id, scene, openedAt: session.openedAt };
  if (type === 'session.needs-more-time') return { type, timestamp, data: { ...common, level } };
  return { type, timestamp, data: { ...common, level, ...(await endOf(ports, session)) } };
}

/** What its counter sees of a session that has ended (`counter-view.ts`). */
async function endOf(ports: Ports, session: Session) {
  if (isLive(session)) throw new Error('a session that has not ended');
  const { state, shown: version } = session;
  if (session.state !== 'passed' && session.state !== 'failed') return { state, version };
  return { state, version, decidedAt: session.endedAt, result: await resultOf(ports, session) };
}
