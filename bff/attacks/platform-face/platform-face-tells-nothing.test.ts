import { expect, it } from 'vitest';
import { openIdOf } from '../../../scripts/stand-ins/platforms/accounts.ts';
import { citizen } from '../world/parties.fixture.ts';
import { faceAwaited } from '../world/platform-face.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld({ byPlatform: true });

it('name, number, openid, access token and login code of a face check are in no log, no table and no answer', async () => {
  const check = await faceAwaited(world);
  const code = await world.wechat.mint(check.phone.account);
  const begun = await check.begin(code);
  await check.act(await check.open(), 'pass');
  const ended = await check.end();
  const refused = await check.begin(code);
  expect(await check.finish()).toBe('passed');

  const tables = ['sessions', 'holders', 'credentials', 'idempotency', 'audit'];
  const rows = await Promise.all(tables.map((table) => world.ports.db.read(`select * from ${table}`, {})));
  const told = [world.lines, rows, [begun, ended, refused].map(({ body }) => body)];
  const text = JSON.stringify(told);
  const accessToken = await world.ports.faceVerifiers.wechat?.current();
  const secrets = [code, accessToken ?? '', openIdOf('wx', check.phone.account)];
  for (let number = 1; number <= 40; number++) {
    const { name, idNumber } = citizen(number);
    if (text.includes(`"${name}"`) || text.includes(idNumber)) secrets.push(name);
  }
  expect(secrets).toHaveLength(3);
  for (const secret of secrets) expect(text).not.toContain(secret);
  expect(text).toContain(check.sessionId);
});
