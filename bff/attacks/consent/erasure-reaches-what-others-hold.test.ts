import { expect, it } from 'vitest';
import { exportAll } from '../../../miniprogram/src/protect/export-all.ts';
import { stateReceiptKey } from '../../../shared/receipt/state-receipt-key.ts';
import { x25519PublicKey } from '../../../shared/seal/x25519.ts';
import { attendantAt, guest, pin } from '../world/assist.fixture.ts';
import { claimed } from '../world/check.fixture.ts';
import { erase, handlesOf, placesOf, untilTold } from '../world/held.fixture.ts';
import { checkedThrough, look, meet } from '../world/meeting.fixture.ts';
import { random } from '../world/parties.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

/** What the law has kept of a raise, and tries that a limit still counts. */
const kept = /^authority (raise_cases\.(credential|person)|tries\.applicant): /;
/** Erases the account, and answers where one of the handles stands still. */
async function leftOf(phone: Parameters<typeof erase>[0]): Promise<string[]> {
  const handles = await handlesOf(world, phone);
  expect(await erase(phone)).toMatchObject({ status: 200, body: { authority: 'done' } });
  await untilTold(world);
  return (await placesOf(world, handles)).filter((place) => !kept.test(place));
}

it('an assisted check, whose verdict names the credential of whom a card showed', async () => {
  const [attendant, who] = [await attendantAt(world), await guest(world)];
  const { sessionId } = await world.hotel.open();
  expect((await attendant.assist(sessionId, who.card, { pin })).state).toBe('passed');
  const privateKey = random(32);
  const statement = stateReceiptKey(who.phone.holder.device, x25519PublicKey(privateKey));
  const { authority } = await exportAll(who.phone.holder, { privateKey, statement });
  expect(authority).toMatchObject({
    challenges: expect.arrayContaining([expect.objectContaining({ ceremony: 'assist' })]),
  });
  expect(await placesOf(world, await handlesOf(world, who.phone))).toContain(
    'authority verdicts.claims: credential',
  );
  expect(await leftOf(who.phone)).toEqual([]);
});

it('one whose verdict waits for the counter word: it is no pass any more', async () => {
  const window = await attendantAt(world, { id: 'cnt_office-1', rpId: 'rp_office' });
  const who = await guest(world);
  const { sessionId } = await world.office.open('gov-window', 'handle-affairs');
  await window.take(sessionId);
  const { guestWord = '', state } = await window.attempt(sessionId, who.card, { pin });
  expect(state).toBe('deciding');
  await expect
    .poll(async () => await placesOf(world, await handlesOf(world, who.phone)))
    .toContain('bff sessions.body: credential');
  expect(await leftOf(who.phone)).toEqual([]);
  await window.typeWord(sessionId, guestWord);
  expect((await window.until(sessionId, (view) => view.state !== 'deciding')).state).toBe('failed');
});

it.each(['opener', 'joiner'] as const)(
  'a meeting: of the %s nothing is left, and the other comes to an end',
  async (leaves) => {
    const { opener, joiner, meetingId, openerSession, joinerSession } = await meet(world);
    const [gone, stays] = leaves === 'opener' ? [opener, joiner] : [joiner, opener];
    await checkedThrough(stays, leaves === 'opener' ? joinerSession : openerSession);
    const named = `bff meetings.${leaves}_device: device`;
    expect(await placesOf(world, await handlesOf(world, gone))).toContain(named);
    expect(await leftOf(gone)).toEqual([]);
    expect((await look(stays, meetingId)).state).toBe('not-confirmed');
  },
);

it('a phone that lost its place a while before, in the middle of a check', async () => {
  const { phone: old } = await claimed(world);
  const handles = await handlesOf(world, old);
  const next = await world.phone(old.account);
  const places = () => placesOf(world, { ...handles, device: old.holder.device.thumbprint });
  expect(await places()).toContain('bff sessions.device: device');
  expect(await erase(next)).toMatchObject({ status: 200 });
  await untilTold(world);
  expect((await places()).filter((place) => !kept.test(place))).toEqual([]);
});
