import { expect, it } from 'vitest';
import { readEvents } from '../../../scripts/stand-ins/counter/read-events.ts';
import type { OpenSessionAnswer } from '../../../shared/contract/verify/01-open-session.ts';
import type { CounterView } from '../../../shared/contract/verify/08-result.ts';
import { cookieOf } from '../code/arrivals.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

type Cause = (session: OpenSessionAnswer) => Promise<unknown>;

/** All that a counter of a strict scene is told, on its stream and by asking, of a check at which a cause comes three times. */
async function allThatIsTold(cause: Cause): Promise<unknown> {
  const { office, clock } = world;
  const session = await office.open('gov-window', 'handle-affairs');
  const leave = new AbortController();
  const headers = { authorization: `Bearer ${await office.token()}` };
  const { body } = await fetch(`${world.url}/counter/v1/events`, { headers, signal: leave.signal });
  if (body === null) throw new Error('no stream');
  const pushed: unknown[] = [];
  void (async () => {
    for await (const data of readEvents(body, 'session')) {
      const view: CounterView = JSON.parse(data);
      if (view.sessionId === session.sessionId) pushed.push(unlinked(view));
    }
  })().catch(() => undefined);
  await expect.poll(() => pushed.length).toBe(1);

  clock.pass(2_000);
  await cause(session);
  await expect.poll(() => pushed.length).toBe(2);
  const polled = [unlinked(await office.view(session.sessionId))];
  clock.pass(2_000);
  await cause(session);
  await cause(session);
  polled.push(unlinked(await office.view(session.sessionId)));
  await office.ask('POST', `/counter/v1/sessions/${session.sessionId}/end`, { body: { reason: 'staffed' } });
  await expect.poll(() => pushed.length).toBe(3);
  leave.abort();
  return { pushed, polled };
}

function unlinked({ sessionId: _, openedAt, deadline, ...view }: CounterView): unknown {
  return { ...view, ...(deadline !== undefined && { deadline: deadline - openedAt }) };
}

it('a counter is told that more time is needed in the same way, whatever the cause and however often it comes', async () => {
  const basic = await world.citizen();
  const nobody = await world.phone();
  const revoked = await world.citizen();
  await world.ports.db.write([
    {
      sql: `update credentials set state = 'void' where holder_id = (select id from holders where device = :device)`,
      params: { device: revoked.holder.device.thumbprint },
    },
  ]);
  const refusedAs = async (asked: Promise<{ code: string | undefined }>, code: string) =>
    expect(await asked).toMatchObject({ code });
  const causes: Record<string, Cause> = {
    'a browser arrived': (session) => cookieOf(world, world.office.code(session)),
    'a phone arrived': (session) => nobody.arrive({ code: world.office.code(session) }),
    'no credential': (session) =>
      refusedAs(nobody.claim({ code: world.office.code(session) }), 'credential-missing'),
    'a void credential': (session) =>
      refusedAs(revoked.claim({ code: world.office.code(session) }), 'credential-void'),
    'too low a level': (session) =>
      refusedAs(basic.claim({ code: world.office.code(session) }), 'level-too-low'),
  };
  const told: [string, unknown][] = [];
  for (const [name, cause] of Object.entries(causes)) told.push([name, await allThatIsTold(cause)]);
  const [first] = told;
  expect(first?.[1]).toMatchObject({
    pushed: [
      { state: 'open', version: 1 },
      { state: 'open', version: 2, needsMoreTime: true },
      { state: 'declined', version: 3 },
    ],
  });
  for (const [name, each] of told) expect(each, name).toEqual(first?.[1]);
});
