import { Value } from 'typebox/value';
import { expect, it } from 'vitest';
import { yes } from '../../../scripts/authority/raise/raise.fixture.ts';
import type { OpenSessionAnswer } from '../../../shared/contract/verify/01-open-session.ts';
import { SessionsPage } from '../../../shared/contract/verify/08-sessions.ts';
import { attendantAt, guest, keyedGuest, pin, spoken } from '../world/assist.fixture.ts';
import { agree, claimed, ended, sendSamples } from '../world/check.fixture.ts';
import { openWebhooks } from '../world/webhooks.fixture.ts';
import { claimedWithWord, lookAndSpeak, untilKept } from '../world/word.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const attendant = await attendantAt(world);
const who = await guest(world);
/** Whose phone gets a receipt of it. */
const keyed = await keyedGuest(world);
const signed = /^[A-Za-z0-9_-]{20,}\.[A-Za-z0-9_-]{20,}\.[A-Za-z0-9_-]{86}$/;

/** What is left of an answer where only its form is looked at: words stay, and of what differs by itself its length. */
function formOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(formOf);
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).map(([name, inner]) => [name, formOf(inner)]);
  if (typeof value === 'number') return value > 1e9 ? 'time' : value;
  if (typeof value !== 'string') return value;
  if (signed.test(value)) {
    const said = value.split('.').slice(0, 2);
    return ['jws', value.length, ...said.map((part) => formOf(JSON.parse(decode(part))))];
  }
  return /^(ses|evt)_|^[0-9]{4}-/.test(value) ? ['text', value.length] : value;
}

const decode = (part: string) => Buffer.from(part, 'base64url').toString();

/** All that the hotel can ask about a session: the view with its headers, its length in bytes, and its place in the list. */
async function shown({ sessionId }: Pick<OpenSessionAnswer, 'sessionId'>): Promise<unknown> {
  const { status, headers, body } = await world.hotel.ask('GET', `/counter/v1/sessions/${sessionId}`);
  const list = await world.hotel.ask('GET', '/counter/v1/sessions');
  const { sessions } = Value.Parse(SessionsPage, list.body);
  const listed = sessions.find((each) => each.sessionId === sessionId);
  const names = Object.keys(headers).sort();
  return [status, names, headers.etag, formOf(body), JSON.stringify(body).length, formOf(listed)];
}

/** An ordinary check of a session that is open, until its end. */
async function ordinarily(open: OpenSessionAnswer) {
  const check = await claimed(world, undefined, { ...world.hotel, open: async () => open });
  const atClaim = await shown(open);
  const agreed = { ...check, ...(await agree(check)) };
  const agreedTo = await shown(open);
  await sendSamples(agreed);
  await ended(agreed);
  return [atClaim, agreedTo, await shown(open)];
}

it('nothing that a hotel is shown, step by step, tells an assisted check from any other', async () => {
  for (const [{ card }, chosen] of [
    [who, { pin }],
    [who, { say: spoken }],
    [keyed, { pin }],
  ] as const) {
    const [session, open] = [await world.hotel.open(), await world.hotel.open()];
    expect(await shown(session)).toEqual(await shown(open));
    await attendant.take(session.sessionId);
    const steps = [await shown(session)];
    await attendant.bringAll(session.sessionId, card, chosen);
    steps.push(await shown(session));
    await attendant.decide(session.sessionId, yes);
    await attendant.until(session.sessionId, ({ state }) => state === 'passed');
    steps.push(await shown(session));
    expect(steps).toEqual(await ordinarily(open));
  }
});

it('nor where it failed, after however many attempts', async () => {
  const [session, open] = [await world.hotel.open(), await world.hotel.open()];
  await attendant.assist(session.sessionId, who.card, { pin: '314159' });
  await world.authority.script({ name: 'stub-decision', sessionId: open.sessionId, outcome: 'fail' });
  await ordinarily(open);
  expect(await shown(session)).toEqual(await shown(open));
});

it('nor where the counter word is asked for: the guest says it and the clerk types it all the same', async () => {
  const session = await world.hotel.open('peer', 'meet');
  await attendant.take(session.sessionId);
  const steps = [await shown(session)];
  const { guestWord = '' } = await attendant.attempt(session.sessionId, who.card, { pin });
  steps.push(await shown(session));
  await untilKept(world, session.sessionId);
  steps.push(formOf((await world.hotel.typeWord(session.sessionId, guestWord)).body), await shown(session));

  const check = await claimedWithWord(world);
  const ordinary = [await shown(check.session)];
  const { word } = await lookAndSpeak(check);
  ordinary.push(await shown(check.session));
  await untilKept(world, check.sessionId);
  ordinary.push(formOf((await world.hotel.typeWord(check.sessionId, word)).body), await shown(check.session));
  expect(steps).toEqual(ordinary);
});

it('nor a webhook, nor what stands in the log of whoever runs the BFF', async () => {
  const hooks = await openWebhooks(world);
  hooks.record();
  await hooks.add('https://desk.hotel.example/hook');
  const session = await attendant.openCheck({ scene: 'hotel', purpose: 'check-in' });
  await attendant.assist(session.sessionId, keyed.card, { pin });
  const open = await world.hotel.open();
  await ordinarily(open);
  const assisted = await logOf(session.sessionId);
  expect(JSON.stringify(assisted)).toContain('session-ended');
  await expect.poll(() => logOf(open.sessionId)).toEqual(assisted);
  await expect.poll(() => hooks.sent.length, { timeout: 30_000 }).toBe(2);
  const [one, other] = hooks.sent.map(({ body }) => [body.length, formOf(JSON.parse(body))]);
  expect(one).toEqual(other);
});

/** What the audit chain says of a session, but for where and when it says it. */
async function logOf(sessionId: string): Promise<unknown[]> {
  const rows = await world.ports.db.read('select entry from audit order by chain, seq', {});
  const entries = rows.map(({ entry }) => JSON.parse(String(entry)));
  const own = entries.filter((entry) => entry.sessionId === sessionId);
  return own.map(({ chain: _, seq: __, at: ___, previous: ____, ...event }) => formOf(event));
}
