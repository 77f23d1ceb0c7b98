import { expect, it } from 'vitest';
import { encodeBase64url } from '../../../shared/bytes/base64url.ts';
import { makeMeetingCode } from '../../../shared/meeting-code/make-meeting-code.ts';
import { shown } from '../world/meeting.fixture.ts';
import { random } from '../world/parties.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const scan = async (code: string) => {
  const phone = await world.citizen();
  return await phone.ask('POST', '/holder/v1/meetings/join', { body: { code } });
};

it('a picture of the code is worthless six seconds later, and one that was made up at once', async () => {
  const { code } = await shown(world);
  const pictured = code();
  world.clock.pass(6000);
  expect(await scan(pictured)).toMatchObject({ status: 410, code: 'meeting-code-stale' });
  const [, token = ''] = /p\.([^.]+)\./.exec(pictured) ?? [];
  const forged = makeMeetingCode({ baseUrl: 'https://evil.example', secret: random(32), token, elapsed: 6 });
  expect(await scan(forged)).toMatchObject({ status: 400, code: 'meeting-code-wrong' });
  const nobodys = makeMeetingCode({
    ...{ baseUrl: 'https://evil.example', secret: random(32) },
    ...{ token: encodeBase64url(random(16)), elapsed: 0 },
  });
  expect(await scan(nobodys)).toMatchObject({ code: 'meeting-code-stale' });
});

it('a code of a counter opens no meeting, and the code of a person opens no check', async () => {
  const counter = world.hotel.code(await world.hotel.open());
  expect(await scan(counter)).toMatchObject({ status: 400, code: 'meeting-code-wrong' });
  const { code } = await shown(world);
  const phone = await world.citizen();
  expect(await phone.claim({ code: code() })).toMatchObject({ status: 400, code: 'code-unreadable' });
  expect(await phone.arrive({ code: code() })).toMatchObject({ status: 400, code: 'code-unreadable' });
});
