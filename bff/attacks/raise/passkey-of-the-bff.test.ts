import { afterAll, expect, it } from 'vitest';
import {
  officerOrigin,
  startOfficer,
  startWithPoints,
} from '../../../scripts/authority/raise/raise.fixture.ts';
import { inviteKey, statePasskey } from '../../../shared/device-word/invited-passkey.ts';
import { makeDeviceKey } from '../../../shared/jws/make-device-key.ts';
import { thumbprint } from '../../../shared/jws/thumbprint.ts';
import { optionOf, softPasskey } from '../../src/operator/passkey.fixture.ts';
import { random } from '../world/parties.fixture.ts';

const points = startWithPoints();
afterAll(() => points.authority.stop());
await points.addPoint('north');
const { officerId, call } = await startOfficer(points, 'north');
const owner = Buffer.from(officerId).toString('base64url');
const asked = (options: object) => ({
  ...{ challenge: optionOf(options, 'challenge'), origin: officerOrigin, rpId: 'officer.example' },
});

it('a BFF that relays an invitation registers no passkey of its own in the officer’s place', async () => {
  const { link } = await points.administer(`officers/${officerId}/invite`);
  const key = inviteKey(String(link).split('#enrol=')[1] ?? '');
  const invite = key.thumbprint;
  const begin = () => call('officers/enrolments/begin', { invite });
  const { ceremony, options } = await begin();
  const [theirs, own] = [
    softPasskey().create(asked(options), owner),
    softPasskey().create(asked(options), owner),
  ];
  // All that has come by it: the name of the link, and the officer's word for another passkey. Keys it has of its own.
  const made = { ...makeDeviceKey(random) };
  const foreign = { ...made, thumbprint: thumbprint(made.publicJwk) };
  const words = [
    statePasskey(key, { ceremony, passkey: theirs }),
    statePasskey(foreign, { ceremony, passkey: own }),
    statePasskey({ ...foreign, thumbprint: invite }, { ceremony, passkey: own }),
  ];
  const sent = { invite, ceremony, passkeyName: '钥匙' };
  for (const word of words)
    await expect(call('officers/enrolments', { ...sent, passkey: own, word })).rejects.toThrow(
      'passkey-refused',
    );
  // Nor by what was said in an earlier ceremony of the link.
  const again = await begin();
  const earlier = { ...sent, ceremony: again.ceremony, passkey: theirs, word: words[0] };
  await expect(call('officers/enrolments', earlier)).rejects.toThrow('passkey-refused');
  expect(
    (await call('officers/enrolments', { ...sent, passkey: theirs, word: words[0] })).name,
  ).toBeDefined();
});
