import { beforeEach, describe, expect, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import { watchedSms } from '../adapters/sms/watched-sms.ts';
import { forget } from '../jobs/forget.ts';
import { testPorts } from '../ports/ports.fixture.ts';
import { login } from './01-login.ts';
import { sendCode } from './01-send-code.ts';

const phone = '13800000001';
const deviceThumbprint = 'device-1';
const source = '203.0.113.5';
let world: Awaited<ReturnType<typeof testPorts>>;
beforeEach(async () => {
  world = await testPorts();
});

/** Asks, and waits until what follows the answer is done. */
const ask = async (change: Partial<{ phone: string; deviceThumbprint: string; source: string }> = {}) => {
  const answer = await sendCode(world.ports, { phone, deviceThumbprint, source, ...change });
  await afterwards();
  return answer;
};
const afterwards = async () => {
  for (let turn = 0; turn < 20; turn++) await new Promise((next) => setImmediate(next));
};
const tell = (code: string, change: Partial<{ phone: string; deviceThumbprint: string }> = {}) =>
  login(world.ports, { platform: 'sms', phone, code, deviceThumbprint, source, ...change }, () => 'token');
const sent = () => world.messages.at(-1)?.code ?? '';
const wrong = () => (sent() === '000000' ? '000001' : '000000');
const pass = (milliseconds: number) => {
  world.clock.now += milliseconds;
};
const refused = (code: string) => ({ code });

describe('a login code', () => {
  it('is six digits that go to the number alone, and opens the account of the number', async () => {
    const answer = await ask();
    expect(world.messages).toEqual([{ phone, code: expect.stringMatching(/^[0-9]{6}$/) }]);
    expect(JSON.stringify(answer)).not.toContain(sent());
    expect(answer).toEqual({
      resendAfter: world.clock.now + 60_000,
      expiresAt: world.clock.now + 300_000,
      digits: 6,
      serverTime: world.clock.now,
    });
    expect(await tell(sent())).toMatchObject({ accessToken: 'token', tookOver: false });
  });

  it('is answered the same for a number that is known and for one that is not', async () => {
    await ask();
    await tell(sent());
    pass(limits.smsPause);
    const known = await ask();
    const unknown = await ask({ phone: '13900000002' });
    expect(Object.keys(known)).toEqual(Object.keys(unknown));
    expect(known.expiresAt).toBe(unknown.expiresAt);
  });

  it('works once', async () => {
    await ask();
    await tell(sent());
    await expect(tell(sent())).rejects.toMatchObject(refused('sms-code-over'));
  });

  it('works once when it is told twenty times at the same moment', async () => {
    await ask();
    const tries = await Promise.allSettled(Array.from({ length: 20 }, () => tell(sent())));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('dies after five minutes, and when a newer one is sent', async () => {
    await ask();
    const first = sent();
    pass(limits.smsPause);
    await ask();
    if (first !== sent()) await expect(tell(first)).rejects.toMatchObject(refused('sms-code-wrong'));
    pass(limits.smsCodeLifetime);
    await expect(tell(sent())).rejects.toMatchObject(refused('sms-code-over'));
  });

  it('may be guessed at five times, also at the same moment', async () => {
    await ask();
    const guesses = await Promise.allSettled(Array.from({ length: 8 }, () => tell(wrong())));
    const codes = guesses.map((each) => (each.status === 'rejected' ? each.reason.code : 'let in'));
    expect(codes.filter((code) => code === 'sms-code-wrong')).toHaveLength(5);
    expect(codes.filter((code) => code === 'sms-code-over')).toHaveLength(3);
    await expect(tell(sent())).rejects.toMatchObject(refused('sms-code-over'));
  });

  it('counts on the device only that asked for it, and guesses elsewhere do not use it up', async () => {
    await ask();
    for (let guess = 0; guess < 6; guess++)
      await expect(tell(sent(), { deviceThumbprint: 'device-2' })).rejects.toMatchObject(
        refused('sms-code-over'),
      );
    expect(await tell(sent())).toMatchObject({ accessToken: 'token' });
  });

  it('does not count for another number', async () => {
    await ask();
    await expect(tell(sent(), { phone: '13900000002' })).rejects.toMatchObject(refused('sms-code-over'));
  });

  it('signs out the phone that the person used before', async () => {
    await ask();
    await tell(sent());
    pass(limits.smsPause);
    await ask({ deviceThumbprint: 'device-2' });
    expect(await tell(sent(), { deviceThumbprint: 'device-2' })).toMatchObject({ tookOver: true });
  });
});

describe('messages', () => {
  it('go to one number once a minute: who asks sooner is answered the same, and nothing is sent', async () => {
    const first = await ask();
    pass(59_000);
    const second = await ask({ deviceThumbprint: 'device-2', source: '198.51.100.1' });
    expect(Object.keys(second)).toEqual(Object.keys(first));
    expect(second.resendAfter - second.serverTime).toBe(limits.smsPause);
    expect(second.expiresAt - second.serverTime).toBe(limits.smsCodeLifetime);
    expect(world.messages).toHaveLength(1);
    expect(await tell(sent())).toMatchObject({ accessToken: 'token' });
    pass(1_000);
    await ask();
    expect(world.messages).toHaveLength(2);
  });

  it('go to one number five times in any hour at most, and who asks beyond that cannot tell', async () => {
    const times: number[] = [];
    world.ports.sms = { demandUp() {}, send: async () => void times.push(world.clock.now) };
    for (let n = 0; n < 400; n++) {
      const answer = await ask({ deviceThumbprint: `device-${n}`, source: `198.51.${n}.1` });
      expect(answer.resendAfter).toBe(world.clock.now + limits.smsPause);
      pass(40_000);
    }
    const inHourFrom = (start: number) => times.filter((at) => at >= start && at < start + 3_600_000).length;
    expect(Math.max(...times.map(inHourFrom))).toBe(5);
    expect(times.length).toBeGreaterThan(10);
  });

  it('do nothing before the answer that depends on the number', async () => {
    let before: string[] = [];
    const { db } = world.ports;
    const seen: string[] = [];
    world.ports.db = {
      ...db,
      write(statements, options) {
        seen.push(...statements.map(({ sql, params }) => sql + Object.keys(params)));
        return db.write(statements, options);
      },
    };
    const asking = () => sendCode(world.ports, { phone, deviceThumbprint, source });
    for (let n = 0; n < 3; n++) {
      seen.length = 0;
      await asking();
      if (n === 0) before = [...seen];
      expect(seen).toEqual(before);
      await afterwards();
    }
    expect(before).toHaveLength(2);
    expect(world.messages).toHaveLength(1);
  });

  it('are asked for by one device ten times an hour, whatever the numbers', async () => {
    const number = (n: number) => `138000000${10 + n}`;
    for (let n = 0; n < limits.smsPerDevice.atOnce; n++)
      await ask({ phone: number(n), source: `198.51.100.${n}` });
    await expect(ask({ phone: number(80) })).rejects.toMatchObject(refused('sms-too-many'));
    await ask({ phone: number(80), deviceThumbprint: 'device-2' });
  });

  it.each([
    ['an IPv4 address', () => '203.0.113.5'],
    ['an IPv4 address in two ways of writing', (n: number) => (n % 2 ? '203.0.113.5' : '::ffff:203.0.113.5')],
    ['the /64 of an IPv6 address', (n: number) => (n % 2 ? `2001:db8::${n}` : `2001:0db8:0:0:${n}::1`)],
  ])('are asked for by one source sixty times an hour: %s', async (_what, source) => {
    const other = (n: number) => ({
      phone: `1380000${1000 + n}`,
      deviceThumbprint: `device-${n}`,
      source: source(n),
    });
    for (let n = 0; n < limits.smsPerNetwork.atOnce; n++) await ask(other(n));
    await expect(ask(other(100))).rejects.toMatchObject(refused('sms-too-many'));
    await ask({ ...other(100), source: '2001:db8:0:1::1' });
  });

  it('go out once when twenty requests come at the same moment', async () => {
    await Promise.allSettled(Array.from({ length: 20 }, (_, n) => ask({ deviceThumbprint: `device-${n}` })));
    expect(world.messages).toHaveLength(1);
  });

  it('that the provider did not take are not counted for the number', async () => {
    const { sms } = world.ports;
    const warned: unknown[] = [];
    world.ports.warn = (what, facts) => void warned.push([what, facts]);
    world.ports.sms = { demandUp() {}, send: () => Promise.reject(new Problem('platform-unavailable')) };
    await ask();
    expect(warned).toEqual([['message-not-sent', { why: 'platform-unavailable' }]]);
    if (sms !== undefined) world.ports.sms = sms;
    await ask();
    expect(world.messages).toHaveLength(1);
  });

  it('tells nobody of one message that the provider would not take: others are sent theirs', async () => {
    const send = async (to: string, code: string) => {
      if (to === phone) throw new Error('no such number');
      world.messages.push({ phone: to, code });
    };
    world.ports.sms = watchedSms(send, () => world.clock.now);
    await ask();
    await ask({ phone: '13900000002' });
    expect(world.messages).toHaveLength(1);
  });

  it('are asked of a provider that fails once in ten seconds, and whoever asks meanwhile is told so', async () => {
    let asked = 0;
    world.ports.sms = watchedSms(() => {
      asked++;
      return Promise.reject(new Problem('platform-unavailable'));
    }, world.ports.now);
    await ask();
    for (const number of [phone, '13900000002'])
      await expect(ask({ phone: number })).rejects.toMatchObject({
        code: 'platform-unavailable',
        retryAfter: 10,
      });
    expect(asked).toBe(1);
    pass(limits.smsOutage);
    await ask();
    expect(asked).toBe(2);
  });

  it('cannot be asked of a failing provider without end', async () => {
    let asked = 0;
    const send = () => {
      asked++;
      return Promise.reject(new Problem('platform-unavailable'));
    };
    world.ports.sms = { demandUp() {}, send };
    const device = limits.smsPerDevice.atOnce;
    for (let tries = 0; tries < 2 * device; tries++) await ask().catch((fault: unknown) => fault);
    expect(asked).toBe(device);
    const network = limits.smsPerNetwork.atOnce;
    for (let tries = 0; tries < 2 * network; tries++)
      await ask({ deviceThumbprint: `device-${tries}` }).catch((fault: unknown) => fault);
    expect(asked).toBe(network);
  });

  it('are not offered where the operator has no provider', async () => {
    const { sms: _none, ...ports } = world.ports;
    const asked = sendCode(ports, { phone, deviceThumbprint, source });
    await expect(asked).rejects.toMatchObject(refused('not-found'));
  });
});

describe('the database and the audit', () => {
  it('hold neither number nor code nor network address, and forget their hashes after an hour', async () => {
    await ask();
    const all = async () =>
      JSON.stringify([
        await world.ports.db.read('select * from sms_codes', {}),
        await world.ports.db.read('select * from buckets', {}),
        await world.ports.db.read('select * from holders', {}),
        world.events,
        world.tallied,
      ]);
    for (const text of [phone, sent(), '203.0.113.5']) expect(await all()).not.toContain(text);
    expect(await all()).toContain('login-code-sent');
    await tell(sent());
    for (const text of [phone, '203.0.113.5']) expect(await all()).not.toContain(text);

    pass(60 * 60_000);
    await forget(world.ports);
    const left = await world.ports.db.read(
      'select (select count(*) from sms_codes) + (select count(*) from buckets) as n',
      {},
    );
    expect(left).toEqual([{ n: 0 }]);
  });
});
