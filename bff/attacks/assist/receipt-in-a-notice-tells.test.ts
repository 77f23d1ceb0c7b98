import { expect, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import { forget } from '../../src/jobs/forget.ts';
import { scrubbing } from '../../src/jobs/scrub.ts';
import {
  attendantAt,
  cameWith,
  guest,
  keyedGuest,
  pin,
  placesOf,
  spoken,
  toldOn,
} from '../world/assist.fixture.ts';
import { othersThan } from '../world/word.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const attendant = await attendantAt(world);

it('the owner’s phone learns where its card was, for what and when, and the reader of the tables does not', async () => {
  const who = await keyedGuest(world);
  const { sessionId } = await world.hotel.open();
  expect((await attendant.assist(sessionId, who.card, { pin })).state).toBe('passed');
  const receipt = Object(await cameWith(who, world));
  expect(receipt).toMatchObject({
    ...{ sessionId, rpId: 'rp_hotel', ceremony: 'assist', outcome: 'pass', scene: 'hotel' },
    ...{ place: expect.stringMatching(/./), report: expect.any(String) },
  });
  world.clock.pass(limits.claimMemory + 1);
  await forget(world.ports);
  await scrubbing()(world.ports);

  const { thumbprint: device } = who.phone.holder.device;
  const rows = await world.ports.db.read('select * from notices where device = :device', { device });
  const row = rows.find(({ kind }) => kind === 'assisted') ?? expect.unreachable();
  expect(Object.keys(row).sort()).toEqual(
    ['at', 'device', 'expires_at', 'kind', 'sealed', 'seq', 'until_at'].sort(),
  );
  // The box stands there alone, the leaf nowhere, and nothing of the check with it.
  expect(await placesOf(world, String(row.sealed))).toEqual(['notices']);
  expect(await placesOf(world, receipt.leaf)).toEqual([]);
  expect(await placesOf(world, receipt.salt)).toEqual([]);
  for (const text of [sessionId, receipt.place, receipt.counterId])
    expect(JSON.stringify(rows)).not.toContain(text);
});

it('all boxes are of one length, whatever the check was and whichever way it went', async () => {
  const who = await keyedGuest(world);
  for (const chosen of [{ pin }, { say: spoken }]) {
    const { sessionId } = await world.hotel.open();
    await attendant.assist(sessionId, who.card, chosen);
  }
  const boxes = (await toldOn(who)).flatMap(({ sealed }) => sealed ?? []);
  expect(boxes.map(({ length }) => length)).toEqual([4160, 4160]);
  expect(new Set(boxes).size).toBe(2);
});

it('a phone that has stated no key is told as before, and so is everybody of a check that failed', async () => {
  const [silent, who] = [await guest(world), await keyedGuest(world)];
  const one = await world.hotel.open();
  await attendant.assist(one.sessionId, silent.card, { pin });
  expect((await toldOn(silent)).at(-1)).toEqual({ seq: 2, kind: 'assisted', at: expect.any(Number) });
  const before = await toldOn(who);
  const other = await world.hotel.open();
  expect((await attendant.assist(other.sessionId, who.card, { pin: '314159' })).state).toBe('failed');
  expect(await toldOn(who)).toEqual(before);
});

it('where the counter word is asked for it comes with the pass, and with a wrong word neither does', async () => {
  const [window, who] = [
    await attendantAt(world, { id: 'cnt_office-1', rpId: 'rp_office' }),
    await keyedGuest(world),
  ];
  for (const wrong of [true, false]) {
    const before = await toldOn(who);
    const { sessionId } = await world.office.open('gov-window', 'handle-affairs');
    await window.take(sessionId);
    const { guestWord = '', state } = await window.attempt(sessionId, who.card, { pin });
    expect(state).toBe('deciding');
    for (const said of wrong ? othersThan(guestWord) : [guestWord]) await window.typeWord(sessionId, said);
    const { state: end } = await window.until(sessionId, (view) => view.state !== 'deciding');
    expect(end).toBe(wrong ? 'failed' : 'passed');
    if (wrong) expect(await toldOn(who)).toEqual(before);
    else expect(await cameWith(who, world)).toMatchObject({ sessionId, rpId: 'rp_office', outcome: 'pass' });
  }
});
