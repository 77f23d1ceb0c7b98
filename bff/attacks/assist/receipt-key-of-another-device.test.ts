import { expect, it } from 'vitest';
import { makeDeviceKey } from '../../../shared/jws/make-device-key.ts';
import { thumbprint } from '../../../shared/jws/thumbprint.ts';
import { openReceipt } from '../../../shared/receipt/open-receipt.ts';
import { stateReceiptKey } from '../../../shared/receipt/state-receipt-key.ts';
import { x25519PublicKey } from '../../../shared/seal/x25519.ts';
import { attendantAt, bodyOfAssist, cameWith, keyedGuest, pin, toldOn } from '../world/assist.fixture.ts';
import { random } from '../world/parties.fixture.ts';
import { handleOf } from '../world/protect.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const attendant = await attendantAt(world);

/** What a BFF asks the authority for an ordinary check of that credential with, by a device and with a receipt key of its choice. */
const asked = (credential: string, deviceThumbprint: string, receiptKey: string, n: string) => {
  const { parties: _, ...body } = bodyOfAssist(deviceThumbprint);
  return {
    ...{ ...body, ceremony: 'verify', sessionId: `ses_${n.repeat(22)}`, credential, receiptKey },
    consent: { face: true, voice: false },
  };
};

it('a BFF that puts a key of its own in the place of the phone’s reads no receipt of a check by card', async () => {
  const who = await keyedGuest(world);
  const handle = await handleOf(who.phone);
  const { device } = who.phone.holder;
  const made = makeDeviceKey(random);
  const own = { ...made, thumbprint: thumbprint(made.publicJwk) };
  const key = random(32);
  const stated = stateReceiptKey(own, x25519PublicKey(key));

  // Under the name of the phone it is refused;
  const swapped = await world.authority.post('/v1/challenges', asked(handle, device.thumbprint, stated, 'b'));
  expect(swapped).toMatchObject({ code: 'receipt-key-refused' });
  // and a device of the BFF's own is not that of the credential.
  const another = await world.authority.post('/v1/challenges', asked(handle, own.thumbprint, stated, 'c'));
  expect(another).toMatchObject({ code: 'credential-unusable' });

  const { sessionId } = await world.hotel.open();
  expect((await attendant.assist(sessionId, who.card, { pin })).state).toBe('passed');
  const { sealed = '' } = (await toldOn(who)).at(-1) ?? {};
  expect(openReceipt(sealed, key)).toBeUndefined();
  expect(await cameWith(who, world)).toMatchObject({ sessionId, ceremony: 'assist' });
});
