import { Webhook } from 'standardwebhooks';
import { expect, it, vi } from 'vitest';
import { openWebhooks } from '../world/webhooks.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const hooks = await openWebhooks(world);

it('a receiver with the package standardwebhooks takes a delivery, and none that is changed, moved, of another or late', async () => {
  hooks.record();
  const [one, other] = [
    await hooks.add('https://hotel.example/a'),
    await hooks.add('https://hotel.example/b'),
  ];
  await hooks.endOne();
  await hooks.endOne();
  await expect.poll(() => hooks.sent.length, { timeout: 30_000 }).toBe(4);
  const mine = hooks.sent.filter(({ url }) => url.endsWith('/a'));
  const [first, second] = mine;
  if (first === undefined || second === undefined) throw new Error('nothing was sent');
  const judge = (body: string, headers: Readonly<Record<string, string>>, { secret = '' } = one) =>
    new Webhook(secret).verify(body, headers);
  const at = Number(first.headers['webhook-timestamp']) * 1000;
  vi.useFakeTimers({ now: at, toFake: ['Date'] });
  try {
    expect(judge(first.body, first.headers)).toEqual(JSON.parse(first.body));
    for (const forged of [
      () => judge(first.body.replace('cancelled', 'passed'), first.headers),
      () => judge(second.body, first.headers),
      () => judge(first.body, { ...first.headers, 'webhook-id': second.headers['webhook-id'] ?? '' }),
      () => judge(first.body, { ...first.headers, 'webhook-timestamp': String(at / 1000 + 1) }),
      () => judge(first.body, { ...first.headers, 'webhook-signature': 'v1,' }),
      () => judge(first.body, first.headers, other),
    ])
      expect(forged).toThrow();
    vi.setSystemTime(at + 5 * 60_000 + 1000);
    expect(() => judge(first.body, first.headers)).toThrow('too old');
  } finally {
    vi.useRealTimers();
  }
});
