import { beforeEach, expect, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import { testPorts } from '../ports/ports.fixture.ts';
import { subjectOf } from './subject-of.ts';

let world: Awaited<ReturnType<typeof testPorts>>;
beforeEach(async () => {
  world = await testPorts();
  return () => world.ports.db.close();
});

const ask = (source: string, deviceThumbprint: string) =>
  subjectOf(world.ports, { platform: 'wechat', code: 'c', deviceThumbprint, source }).then(
    () => 'asked',
    (refused: unknown) => refused,
  );

it('what one network makes up while the platform is slow leaves room for another network’s login', async () => {
  const { promise: slow, resolve } = Promise.withResolvers<void>();
  let under = 0;
  world.ports.platforms.wechat = async () => {
    under++;
    await slow;
    return { subject: 's' };
  };
  const most = limits.platformCallsPerNetwork;
  const flood = Array.from({ length: most + 5 }, (_, n) => ask(`2001:db8::${n}`, `device-${n}`));
  const other = ask('203.0.113.5', 'device');
  const busy = { code: 'platform-busy', retryAfter: limits.platformCallTimeout / 1000 };
  for (const refused of flood.slice(most)) expect(await refused).toMatchObject(busy);
  expect(under).toBe(most + 1);
  resolve();
  expect(await Promise.all([...flood.slice(0, most), other])).toEqual(Array(most + 1).fill('asked'));
  expect(await ask('2001:db8::1', 'another')).toBe('asked');
});

it('one device has a platform asked ten times at once, and one network three hundred times', async () => {
  const { atOnce, every } = limits.platformLoginsPerDevice;
  for (let n = 0; n < atOnce; n++) expect(await ask(`198.51.100.${n}`, 'device')).toBe('asked');
  expect(await ask('198.51.100.99', 'device')).toMatchObject({
    code: 'too-many-requests',
    retryAfter: every / 1000,
  });
  for (let n = 0; n < limits.platformLoginsPerNetwork.atOnce; n++)
    expect(await ask('203.0.113.5', `device-${n}`)).toBe('asked');
  expect(await ask('203.0.113.5', 'one more')).toMatchObject({ code: 'too-many-requests' });
});
