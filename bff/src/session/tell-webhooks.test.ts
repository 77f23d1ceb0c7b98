import { Value } from 'typebox/value';
import { beforeEach, describe, expect, it } from 'vitest';
import { WebhookEvent } from '../../../shared/contract/webhook/events.ts';
import { asId } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import { takeVerdict } from '../attempt/07-verdict.ts';
import { forget } from '../jobs/forget.ts';
import { sweep } from '../jobs/sweep.ts';
import { hotel, office, testPorts } from '../ports/ports.fixture.ts';
import type { Delivery } from '../ports/webhooks.ts';
import { addWebhook } from '../registry/webhooks/add-webhook.ts';
import { decline } from '../verify/02-decline.ts';
import { endSession } from '../verify/08-end.ts';
import { playChecks, signal, type World } from '../verify/checks.fixture.ts';
import { tellMoreTime } from '../verify/tell-more-time.ts';
import { deliverWebhooks } from '../webhook/deliver-webhooks.ts';
import { operator } from '../webhook/hooks.fixture.ts';
import { load } from './load.ts';
import { isLiveCheck, type LiveCheck } from './session.ts';
import { webhookBody } from './webhook-body.ts';

let world: World;
let play: ReturnType<typeof playChecks>;
let sent: Delivery[];
beforeEach(async () => {
  world = await testPorts();
  play = playChecks(world);
  sent = [];
  world.ports.webhooks.send = async (delivery) => {
    sent.push(delivery);
    return { status: 204 };
  };
  for (const rpId of [hotel.rpId, office.rpId])
    await addWebhook(world.ports, operator, rpId, {
      ...{ url: `https://${rpId.replace('rp_', '')}.example/`, name: 'Desk' },
      events: ['session.needs-more-time', 'session.ended'],
    });
  return () => world.ports.db.close();
});

async function told(): Promise<WebhookEvent[]> {
  const { round } = deliverWebhooks(webhookBody);
  for (let n = 0; n < 4; n++) {
    await round(world.ports);
    await new Promise((later) => setTimeout(later, 5));
  }
  return sent.map(({ body }) => Value.Parse(WebhookEvent, JSON.parse(body)));
}

async function openCheck(sessionId: string): Promise<LiveCheck> {
  const open = await load(world.ports, sessionId);
  if (open === undefined || !isLiveCheck(open)) throw new Error('not open');
  return open;
}

/** A check that the authority decides. */
async function decided(outcome: 'pass' | 'fail') {
  world.told.verdict = { outcome };
  const { sessionId } = await play.deciding();
  const session = await load(world.ports, sessionId);
  if (session?.state !== 'deciding') throw new Error('not deciding');
  const { challengeId, nonce } = session.attempt;
  await takeVerdict(world.ports, session, {
    ...{ iss: 'test', aud: 'bff', iat: 0, sandbox: true, challengeId, sessionId, nonce },
    ...{ outcome, level: 'basic', hints: [] },
  });
  return sessionId;
}

describe('a webhook of an RP', () => {
  it.each([
    ['pass', 'passed'],
    ['fail', 'failed'],
  ] as const)(
    'is told of a %s what its counter sees, with the same result token, and nothing else',
    async (outcome, state) => {
      const sessionId = await decided(outcome);
      const view = await play.stateAt(sessionId);
      const [event, ...more] = await told();
      expect(more).toEqual([]);
      expect(event).toEqual({
        type: 'session.ended',
        timestamp: new Date(world.clock.now).toISOString(),
        data: {
          ...{
            counterId: hotel.counterId,
            sessionId,
            state,
            version: view.version,
            scene: 'hotel',
            level: 'basic',
          },
          ...{ openedAt: view.openedAt, decidedAt: view.decidedAt, result: view.result },
        },
      });
      expect(sent).toMatchObject([{ url: 'https://hotel.example/' }]);
    },
  );

  it('is told of each other end', async () => {
    const declined = await play.challenged();
    await decline(world.ports, declined.phone, declined.sessionId);
    const { sessionId } = await play.open();
    await endSession(world.ports, hotel, sessionId, 'abandoned', signal);
    await play.open();
    world.clock.now += limits.openLifetime;
    await sweep(world.ports);
    const states = (await told()).map((event) => ('state' in event.data ? event.data.state : event.type));
    expect(states.sort()).toEqual(['cancelled', 'declined', 'expired']);
  });

  it('is told that somebody needs more time, once and before the end, and nothing of what happens on the phone', async () => {
    const { sessionId } = await play.open();
    await tellMoreTime(world.ports, await openCheck(sessionId));
    await play.challenged();
    expect((await told()).map(({ type }) => type)).toEqual(['session.needs-more-time']);
    await endSession(world.ports, hotel, sessionId, 'abandoned', signal);
    const types = (await told()).map((event) =>
      'sessionId' in event.data ? [event.data.sessionId, event.type] : [],
    );
    expect(types).toEqual([
      [sessionId, 'session.needs-more-time'],
      [sessionId, 'session.ended'],
    ]);
  });

  it('is not told of a change that lost, or was not written', async () => {
    const { sessionId } = await play.open();
    const ends = Array.from({ length: 5 }, () =>
      endSession(world.ports, hotel, sessionId, 'abandoned', signal),
    );
    await Promise.all(ends);
    expect(await told()).toHaveLength(1);
  });

  it('is told the same, byte for byte, in every try, whatever the session has forgotten meanwhile', async () => {
    await decided('pass');
    let fails = true;
    world.ports.webhooks.send = async (delivery) => {
      sent.push(delivery);
      return { status: fails ? 500 : 204 };
    };
    await told();
    world.clock.now += limits.claimMemory;
    await forget(world.ports);
    fails = false;
    await told();
    const bodies = sent.map(({ body }) => body);
    expect(bodies.length).toBeGreaterThan(1);
    expect(new Set(bodies).size).toBe(1);
  });

  it('is told how a session ended, and no more, where it comes back when that is forgotten', async () => {
    const { ports, clock } = world;
    const { sessionId } = await play.open();
    await tellMoreTime(ports, await openCheck(sessionId));
    const passed = await decided('pass');
    await endSession(ports, hotel, sessionId, 'abandoned', signal);
    const endedAt = clock.now;
    world.ports.webhooks.send = async () => ({ status: 500 });
    await told();
    clock.now += limits.resultRetention;
    await forget(ports);
    expect(await ports.db.read('select id from sessions', {})).toEqual([]);
    // What waits says which session it was and how it ended: nothing of the counter, the scene or the result.
    const rows = await ports.db.read('select * from webhook_deliveries', {});
    expect(JSON.stringify(rows)).not.toMatch(/(?<![\w-])(cnt_|rp_|hotel|basic|result)/);

    world.ports.webhooks.send = async (delivery) => {
      sent.push(delivery);
      return { status: 204 };
    };
    clock.now = endedAt + limits.webhookEndKept - limits.webhookLastTry;
    const timestamp = new Date(endedAt).toISOString();
    const events = await told();
    expect(events).toHaveLength(2);
    expect(events).toEqual(
      expect.arrayContaining([
        { type: 'session.ended', timestamp, data: { sessionId: passed, state: 'passed' } },
        { type: 'session.ended', timestamp, data: { sessionId, state: 'cancelled' } },
      ]),
    );
    expect(await ports.db.read(`select type from webhook_deliveries where state = 'dead'`, {})).toEqual([
      { type: 'session.needs-more-time' },
    ]);
    await forget(ports);
    expect(
      await ports.db.read('select event_id from webhook_deliveries where session_id is not null', {}),
    ).toEqual([]);
  });

  it('is told nothing once that is forgotten too, and nothing of it stays', async () => {
    const { ports, clock } = world;
    await decided('pass');
    ports.webhooks.send = async () => ({ status: 500 });
    await told();
    clock.now += limits.webhookEndKept;
    await forget(ports);
    const rows = await ports.db.read('select state, fault, session_id, ended_as from webhook_deliveries', {});
    expect(rows).toEqual([{ state: 'dead', fault: 'forgotten', session_id: null, ended_as: null }]);
  });

  it('keeps nothing of an end that was taken longer than its session', async () => {
    const { ports, clock } = world;
    await decided('pass');
    await told();
    clock.now += limits.resultRetention;
    await forget(ports);
    expect(await ports.db.read('select event_id from webhook_deliveries', {})).toEqual([]);
  });

  it('is tried for a whole weekend: every pause of the standard, at its longest, comes before an end is forgotten', () => {
    const longest = limits.webhookPauses.reduce((sum, pause) => sum + pause * (1 + limits.webhookJitter), 0);
    expect(longest).toBeLessThan(limits.webhookEndKept - limits.webhookLastTry);
  });

  it('never gets the body of another RP’s session', async () => {
    const { sessionId } = await play.open();
    await endSession(world.ports, hotel, sessionId, 'abandoned', signal);
    const ofSession = { sessionId: asId('ses', sessionId), at: 0, endedAs: 'cancelled' } as const;
    const event = { type: 'session.ended', ...ofSession } as const;
    expect(await webhookBody(world.ports, { ...event, rpId: office.rpId })).toBeUndefined();
    expect(await webhookBody(world.ports, { ...event, rpId: hotel.rpId })).toBeDefined();
  });
});
