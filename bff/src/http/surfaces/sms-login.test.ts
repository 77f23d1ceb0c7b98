import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeOf, type TestServer, testPhone, testServer } from '../server.fixture.ts';

const number = '13800000001';
let world: TestServer;
beforeAll(async () => {
  world = await testServer();
});
afterAll(async () => {
  await world.server.close();
  await world.ports.db.close();
});

const post = (path: string, body: object, headers: Record<string, string>) =>
  fetch(world.url + path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  });

describe('a login by SMS over HTTP', () => {
  it('sends a code, answers the same where it sends none, refuses a wrong one, takes the right one, and leaves no number in the log', async () => {
    const phone = testPhone(world);
    const ask = (to: string) =>
      post('/holder/v1/login/codes', { phone: to }, { dpop: phone.proof('POST', '/holder/v1/login/codes') });
    const tell = (code: string) =>
      post(
        '/holder/v1/login',
        { platform: 'sms', phone: number, code },
        { dpop: phone.proof('POST', '/holder/v1/login') },
      );
    const sent = await ask(number);
    const answer = {
      resendAfter: world.clock.now + 60_000,
      expiresAt: world.clock.now + 300_000,
      digits: 6,
      serverTime: world.clock.now,
    };
    expect([sent.status, await sent.json()]).toEqual([202, answer]);
    const again = await ask(number);
    expect([again.status, await again.json()]).toEqual([202, answer]);
    await expect.poll(() => world.messages.length).toBe(1);

    const code = world.messages.at(-1)?.code ?? '';
    const wrong = await tell(code === '000000' ? '000001' : '000000');
    expect(wrong.headers.get('www-authenticate')).toContain('invalid_grant');
    expect(await codeOf(wrong)).toBe('sms-code-wrong');
    const right = await tell(code);
    expect([right.status, (await right.json()).tokenType]).toEqual([200, 'DPoP']);
    expect(await codeOf(await tell(code))).toBe('sms-code-over');

    const requests = world.lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'request');
    const log = JSON.stringify(requests.map(({ time: _time, traceId: _traceId, ...said }) => said));
    expect(log).toContain('/holder/v1/login/codes');
    for (const text of [number, code, '127.0.0.1']) expect(log).not.toContain(text);
  });

  it('needs a proof of the device key and a mobile number of the mainland', async () => {
    const phone = testPhone(world);
    const path = '/holder/v1/login/codes';
    expect(await codeOf(await post(path, { phone: number }, {}))).toBe('dpop-missing');
    for (const odd of ['12800000001', '1380000000', '138000000011', '+8613800000001', '１３８００００００01'])
      expect(await codeOf(await post(path, { phone: odd }, { dpop: phone.proof('POST', path) }))).toBe(
        'request-invalid',
      );
  });

  it('takes no mixture of the ways in', async () => {
    const phone = testPhone(world);
    const path = '/holder/v1/login';
    for (const body of [
      { platform: 'sms', code: '123456' },
      { platform: 'wechat', phone: number, code: '123456' },
      { platform: 'sms', phone: number, code: '12345a' },
      { platform: 'sms', phone: number, code: 123456 },
    ])
      expect(await codeOf(await post(path, body, { dpop: phone.proof('POST', path) }))).toBe(
        'request-invalid',
      );
  });
});
