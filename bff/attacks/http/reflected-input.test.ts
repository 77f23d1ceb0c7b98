import { expect, it } from 'vitest';
import { sendRaw } from '../../src/http/server.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const mark = 'Zq7CANARYx9';

it('nothing that was sent comes back in a refusal, or into the log', async () => {
  const phone = await world.phone();
  const answers = [
    await world.hotel.askSession({ scene: mark, [mark]: mark }),
    await world.hotel.askSession(`{"${mark}`),
    await world.hotel.ask('GET', `/counter/v1/sessions/${mark}?${mark}=${mark}`),
    await world.hotel.ask('GET', `/${mark}`),
    await world.hotel.ask('GET', '/counter/v1/events', { token: mark }),
    await world.hotel.askToken(mark),
    await phone.whoAmI({ proof: mark }),
    await phone.ask('POST', '/holder/v1/sessions/claim', { body: { code: mark } }),
  ];
  for (const { status, body, headers } of answers) {
    expect(status).toBeGreaterThanOrEqual(400);
    expect(JSON.stringify({ body, headers })).not.toContain(mark);
  }
  const raw = await sendRaw(world.url, `GET /${mark} ${mark}\r\nhost: ${mark}\r\n\r\n`);
  expect(raw).not.toContain(mark);
  expect(world.lines.join('')).not.toContain(mark);
});
