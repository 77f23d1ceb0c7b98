import { expect, it } from 'vitest';
import { factsOf } from '../../../miniprogram/src/pages/records/facts-of.ts';
import { readReceipt } from '../../../miniprogram/src/receipt/01-read-receipt.ts';
import { checkedThrough, meet } from '../world/meeting.fixture.ts';
import type { Phone } from '../world/phone.fixture.ts';
import { newPlace } from '../world/receipts.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

/** The owner of that phone is checked and keeps a receipt, which the phone reads. */
async function receiptAfter(phone: Phone, sessionId: string) {
  const place = newPlace();
  const consent = { face: true, voice: false } as const;
  const wantsReceipt = async () => place.wantedBy(phone.holder);
  const { state } = await checkedThrough(phone, sessionId, { consent, wantsReceipt });
  const own = await readReceipt(phone.holder, { sessionId, ...place });
  return { state, text: own?.signed ?? '', claims: own?.claims ?? expect.unreachable() };
}

it('each of two people keeps a receipt of what the other got of them, in which the other is nobody', async () => {
  const { opener, joiner, openerSession, joinerSession, meetingId } = await meet(world);
  const shows = await receiptAfter(opener, openerSession);
  await world.authority.script({ name: 'stub-decision', outcome: 'fail', times: 1 });
  const scans = await receiptAfter(joiner, joinerSession);
  expect([shows.state, scans.state]).toEqual(['passed', 'failed']);
  const nobody = { rpId: '', rpName: '', counterId: '', counterName: '', place: '' };
  const asked = { ceremony: 'peer', scene: 'peer', purpose: 'meet', ...nobody };
  expect(shows.claims).toMatchObject({ ...asked, sessionId: openerSession, outcome: 'pass' });
  expect(scans.claims).toMatchObject({ ...asked, sessionId: joinerSession, outcome: 'fail' });
  for (const { claims } of [shows, scans])
    expect(factsOf(claims).map(({ what }) => what.en)).toEqual(['For', 'What the other person got']);
  // Nothing in one leads to the other, nor to their meeting.
  const others: [object, string[]][] = [
    [shows.claims, [joinerSession, joiner.holder.device.thumbprint, meetingId]],
    [scans.claims, [openerSession, opener.holder.device.thumbprint, meetingId]],
  ];
  for (const [claims, texts] of others)
    for (const text of texts) expect(JSON.stringify(claims)).not.toContain(text);
});
