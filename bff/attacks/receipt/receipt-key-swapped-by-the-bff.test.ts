import { expect, it } from 'vitest';
import { encodeBase64url } from '../../../shared/bytes/base64url.ts';
import { agreed } from '../../../shared/consent/agreed.fixture.ts';
import { makeDeviceKey } from '../../../shared/jws/make-device-key.ts';
import { thumbprint } from '../../../shared/jws/thumbprint.ts';
import { stateReceiptKey } from '../../../shared/receipt/state-receipt-key.ts';
import { x25519PublicKey } from '../../../shared/seal/x25519.ts';
import { claimed } from '../world/check.fixture.ts';
import { tamperedJws } from '../world/jws.fixture.ts';
import { random } from '../world/parties.fixture.ts';
import { newPlace } from '../world/receipts.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('the authority seals to no key that the device itself has not stated', async () => {
  const check = await claimed(world);
  const { phone, sessionId } = check;
  const wanted = newPlace().wantedBy(phone.holder);
  const own = x25519PublicKey(random(32));
  const another = makeDeviceKey(random);
  const stranger = { ...another, thumbprint: thumbprint(another.publicJwk) };
  const swapped = {
    'signed by a device of the BFF’s own': stateReceiptKey(stranger, own),
    'under the name of the phone': stateReceiptKey(
      { ...stranger, thumbprint: phone.holder.device.thumbprint },
      own,
    ),
    'put into what the phone has signed': tamperedJws(wanted.key, { key: encodeBase64url(own) }),
    'with the phone’s public key beside another signature': stateReceiptKey(
      { ...phone.holder.device, privateKey: another.privateKey },
      own,
    ),
  };
  const ask = (key: string) =>
    phone.ask('POST', `/holder/v1/sessions/${sessionId}/challenge`, {
      body: { consent: agreed(), receipt: { locator: wanted.locator, key } },
      headers: { 'idempotency-key': encodeBase64url(random(24)) },
    });
  for (const [how, key] of Object.entries(swapped))
    expect([how, (await ask(key)).code]).toEqual([how, 'receipt-key-refused']);
  expect((await ask(wanted.key)).status).toBe(201);
});
