import { Value } from 'typebox/value';
import { WebhookWithSecret } from '../../../shared/contract/operator/webhook-view.ts';
import { newId } from '../../../shared/ids.ts';
import { httpWebhooks } from '../../src/adapters/webhook/http-webhooks.ts';
import { issueToken } from '../../src/operator/issue-token.ts';
import type { Delivery, Sent } from '../../src/ports/webhooks.ts';
import { type Answer, send } from './answers.fixture.ts';
import { random } from './parties.fixture.ts';
import type { World } from './world.fixture.ts';

/** The webhooks of a world, and an operator with a token. */
export async function openWebhooks(world: World) {
  const { ports } = world;
  const operatorId = newId('opr', random);
  const { token, kept } = issueToken(ports, operatorId, {
    ...{ kind: 'command', label: 'test', verifiedAt: ports.now() },
  });
  await ports.db.write([
    {
      sql: 'insert into operators (id, name, since) values (:operatorId, :name, :since)',
      params: { operatorId, name: 'Lin', since: ports.now() },
    },
    kept,
  ]);

  const ask = (method: string, path: string, body?: unknown, shown = token): Promise<Answer> =>
    send(`${world.url}/operator/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${shown}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const tryToAdd = (url: string, rpId = 'rp_hotel') =>
    ask('POST', `/relying-parties/${rpId}/webhooks`, {
      ...{ url, name: 'Front desk' },
      events: ['session.ended', 'session.needs-more-time'],
    });
  const add = async (url: string, rpId?: string): Promise<WebhookWithSecret> => {
    const { body, code } = await tryToAdd(url, rpId);
    if (code !== undefined) throw new Error(code);
    return Value.Parse(WebhookWithSecret, body);
  };
  const sent: Delivery[] = [];

  return {
    token,
    ask,
    tryToAdd,
    add,
    /** What would have been sent, where `record` was called. */
    sent,
    /** Sends nothing: keeps what would be sent, to whichever address. */
    record(answer: Sent = { status: 204 }) {
      ports.webhooks.judge = async (url) => url;
      ports.webhooks.send = async (delivery) => {
        sent.push(delivery);
        return answer;
      };
    },
    /** Reaches receivers on this machine, as a sandbox does. */
    reachLoopback() {
      const { judge, send: post } = httpWebhooks({ sandbox: true, own: [], now: ports.now });
      Object.assign(ports.webhooks, { judge, send: post });
    },
    /** Brings about an event for the webhooks of a counter's RP. */
    async endOne(counter = world.hotel): Promise<string> {
      const { sessionId } = await counter.open();
      await counter.ask('POST', `/counter/v1/sessions/${sessionId}/end`, { body: { reason: 'abandoned' } });
      return sessionId;
    },
    deliveries: () =>
      ports.db.read('select webhook_id, session_id, state, tries, fault, status from webhook_deliveries', {}),
  };
}
