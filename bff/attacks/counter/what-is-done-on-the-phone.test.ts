import { afterAll, expect, it, vi } from 'vitest';
import { readEvents } from '../../../scripts/stand-ins/counter/read-events.ts';
import { type Owner, playCheck } from '../../../scripts/stand-ins/phone/play-journey.ts';
import { isFinal } from '../../../shared/sessions.ts';
import { claimsOf } from '../world/jws.fixture.ts';
import type { Phone } from '../world/phone.fixture.ts';
import { startWorld, type World } from '../world/world.fixture.ts';

const own = await startWorld();
const byPlatform = await startWorld({ byPlatform: true });
const leave = new AbortController();
afterAll(() => leave.abort());

interface Sight {
  state: string;
  version: number;
  openedAt: number;
  [field: string]: unknown;
}

/** All that a counter is told of one check, by whichever way: its event stream, and a poll without a pause. */
async function allThatIsTold(world: World, phone: Phone, owner: Owner): Promise<unknown> {
  const { hotel } = world;
  const session = await hotel.open();
  const headers = { authorization: `Bearer ${await hotel.token()}` };
  const events = await fetch(`${world.url}/counter/v1/events`, { headers, signal: leave.signal });
  const { body } = events;
  if (body === null) throw new Error('no stream');

  const pushed: unknown[] = [];
  const over = Promise.withResolvers<void>();
  const taken = Promise.withResolvers<void>();
  void (async () => {
    for await (const data of readEvents(body, 'session')) {
      const view: Sight & { sessionId: string } = JSON.parse(data);
      if (view.sessionId !== session.sessionId) continue;
      pushed.push(unlinked(view, session.openedAt));
      if (view.state === 'claimed') taken.resolve();
      if (view.state === 'passed' || view.state === 'failed') over.resolve();
    }
  })().catch(() => undefined);

  const polled: unknown[] = [];
  const polling = (async () => {
    for (let after = 1; ; ) {
      const path = `/counter/v1/sessions/${session.sessionId}?after=${after}&wait=25`;
      const view: Sight = Object((await hotel.ask('GET', path)).body);
      polled.push(unlinked(view, session.openedAt));
      if (view.state !== 'open' && view.state !== 'claimed') return;
      after = view.version;
    }
  })();

  const end = await playCheck(phone.holder, hotel.code(session), {
    ...owner,
    agrees: async () => {
      await taken.promise;
      return true;
    },
  });
  expect(isFinal(end.state)).toBe(true);
  await Promise.all([over.promise, polling]);
  const { openedAt, serverTime, expiresAt } = session;
  return { opened: [serverTime - openedAt, expiresAt - openedAt], pushed, polled };
}

/** Without what is made anew for each session; times as they are from its opening. */
function unlinked({ result, ...view }: Sight, openedAt: number): unknown {
  const claims = typeof result === 'string' ? claimsOf(result) : {};
  const told = Object.entries({ ...view, ...claims }).map(([name, value]) => {
    if (['sessionId', 'jti'].includes(name)) return [name, 'anew'];
    if (typeof value !== 'number' || name === 'version') return [name, value];
    return [name, ['iat', 'exp'].includes(name) ? value - openedAt / 1000 : value - openedAt];
  });
  return Object.fromEntries(told);
}

const face: Owner = { consent: { face: true, voice: false } };
const faceAndVoice: Owner = { consent: { face: true, voice: true } };

it('a counter cannot tell a check with a voice, with another attempt or by WeChat from one without', async () => {
  const phone = await own.citizen();
  const plain = await allThatIsTold(own, phone, face);
  expect(plain).toMatchObject({ pushed: [{ state: 'open' }, { state: 'claimed' }, { state: 'passed' }] });
  expect(await allThatIsTold(own, phone, faceAndVoice)).toEqual(plain);
  await own.authority.script({ name: 'stub-decision', outcome: 'retry', hints: ['too-dark'], times: 1 });
  expect(await allThatIsTold(own, phone, faceAndVoice)).toEqual(plain);
  const elsewhere = await byPlatform.citizen();
  expect(await allThatIsTold(byPlatform, elsewhere, faceAndVoice)).toEqual(plain);
});

it('a counter that ends a check is not told whether it is being decided', async () => {
  const answers = [];
  for (const decidesAtOnce of [true, false]) {
    const phone = await own.citizen();
    const session = await own.hotel.open();
    const decide = decidesAtOnce ? () => undefined : own.authority.holdNextDecision();
    const checking = playCheck(phone.holder, own.hotel.code(session), face);
    const path = `/counter/v1/sessions/${session.sessionId}`;
    const state = async () => {
      const [row] = await own.ports.db.read('select state from sessions where id = :id', {
        id: session.sessionId,
      });
      return row?.state;
    };
    await expect.poll(state).toBe(decidesAtOnce ? 'passed' : 'deciding');
    const heard = vi.spyOn(own.ports.sessionChanges, 'subscribe');
    const ending = own.hotel.ask('POST', `${path}/end`, { body: { reason: 'staffed' } });
    await expect.poll(() => heard.mock.calls.some(([topic]) => topic === session.sessionId)).toBe(true);
    heard.mockRestore();
    decide();
    const { status, code } = await ending;
    answers.push({ status, code });
    expect((await checking).state).toBe('passed');
  }
  expect(answers).toEqual([
    { status: 410, code: 'session-over' },
    { status: 410, code: 'session-over' },
  ]);
});
