import { decodeJwt } from 'jose';
import { describe, expect, it } from 'vitest';
import { decodeUtf8 } from '../../../shared/bytes/utf8.ts';
import { login } from '../login/01-login.ts';
import { loginByDevice } from '../login/01-login-by-device.ts';
import { loginBySms } from '../login/01-login-by-sms.ts';
import type { HttpRequest } from '../platform/platform.ts';
import { json, problemAnswer } from '../testing/fake-bff.ts';
import { setUp } from '../testing/set-up.ts';
import { isHolderView } from './answers.ts';
import { callBff } from './call-bff.ts';
import type { Holder } from './holder.ts';

async function recording() {
  const rig = await setUp();
  const sent: HttpRequest[] = [];
  const { request } = rig.platform;
  rig.platform.request = (asked) => {
    sent.push(asked);
    return request(asked);
  };
  return { ...rig, sent };
}

const read = {
  method: 'GET',
  path: '/holder/v1/sessions/ses_x?after=1&wait=25',
  guard: isHolderView,
} as const;

describe('a call to the BFF', () => {
  it('proves the device key for exactly this request', async () => {
    const { holder, sent } = await recording();
    await login(holder);
    await callBff(holder, read);
    const [first, second] = sent.map(({ headers }) => decodeJwt(headers.dpop ?? ''));
    expect(first).toMatchObject({ htm: 'POST', htu: 'https://bff.test/holder/v1/login' });
    expect(first).not.toHaveProperty('ath');
    expect(second).toMatchObject({ htm: 'GET', htu: 'https://bff.test/holder/v1/sessions/ses_x' });
    expect(second).toHaveProperty('ath');
    expect(second?.jti).not.toBe(first?.jti);
    expect(sent[1]?.headers.authorization).toBe('DPoP token-1');
  });

  it('sends once more, with a new proof, when the nonce is stale', async () => {
    const { holder, sent, bff } = await recording();
    let refusals = 0;
    bff.before = () =>
      refusals++ === 0 ? problemAnswer('dpop-nonce-stale', { 'dpop-nonce': 'fresh' }) : undefined;
    await callBff(holder, read);
    const [first, second] = sent.map(({ headers }) => decodeJwt(headers.dpop ?? ''));
    expect(first).not.toHaveProperty('nonce');
    expect(second).toMatchObject({ nonce: 'fresh' });
    expect(second?.jti).not.toBe(first?.jti);
  });

  it('gives up when the nonce is stale again', async () => {
    const { holder, sent, bff } = await recording();
    bff.before = () => problemAnswer('dpop-nonce-stale', { 'dpop-nonce': 'fresh' });
    await expect(callBff(holder, read)).rejects.toMatchObject({ code: 'dpop-nonce-stale' });
    expect(sent).toHaveLength(2);
  });

  it('logs in anew when the access token has run out', async () => {
    const { holder, bff } = await recording();
    await login(holder);
    let refusals = 0;
    bff.before = (what) =>
      what === 'GET sessions' && refusals++ === 0 ? problemAnswer('token-invalid') : undefined;
    await callBff(holder, read);
    expect(bff.log).toEqual(['POST login', 'GET sessions', 'POST login', 'GET sessions']);
  });

  it.each([
    ['WeChat or Alipay', (holder: Holder) => login(holder)],
    ['SMS', (holder: Holder) => loginBySms(holder, { phone: '13800000001', code: '123456' })],
    ['the device key', (holder: Holder) => loginByDevice(holder)],
  ])(
    'takes no other phone its place back when the access token has run out, after a login by %s',
    async (_, logIn) => {
      const { holder, bff, sent } = await recording();
      await logIn(holder);
      bff.before = (what) => problemAnswer(what === 'POST login' ? 'login-refused' : 'token-invalid');
      await expect(callBff(holder, read)).rejects.toMatchObject({ code: 'device-voided' });
      expect(bff.log).toEqual(['POST login', 'GET sessions', 'POST login']);
      expect(JSON.parse(decodeUtf8(sent.at(-1)?.body ?? new Uint8Array()))).toEqual({ platform: 'device' });
    },
  );

  it('comes to nothing once the phone was logged out, also where the answer is on its way', async () => {
    const { holder, sent, bff } = await recording();
    await login(holder);
    bff.before = (_, serve) => {
      holder.link.over = true;
      return serve();
    };
    await expect(callBff(holder, read)).rejects.toMatchObject({ code: 'token-missing' });
    await expect(callBff(holder, read)).rejects.toMatchObject({ code: 'token-missing' });
    expect(sent).toHaveLength(2);
  });

  it('does not log in anew on a phone that was signed out by another', async () => {
    const { holder, bff } = await recording();
    await login(holder);
    bff.before = () => problemAnswer('device-voided');
    await expect(callBff(holder, read)).rejects.toMatchObject({
      code: 'device-voided',
      action: 'log-in-again',
    });
    expect(bff.log).toEqual(['POST login', 'GET sessions']);
  });

  it.each([
    ['an answer that is not JSON', { status: 200, headers: {}, body: new Uint8Array([1]) }],
    ['an answer of another shape', json(200, { id: 'x' })],
    ['an error that is no problem of ours', json(502, { error: 'bad gateway' })],
    ['a code that is not on the list', json(400, { code: 'made-up', traceId: 'x' })],
  ])('turns %s into one code', async (_, answer) => {
    const { holder, bff } = await recording();
    bff.before = () => answer;
    await expect(callBff(holder, read)).rejects.toMatchObject({ code: 'answer-unreadable' });
  });

  it('tells a broken line from an answer', async () => {
    const { holder, platform } = await recording();
    platform.request = async () => Promise.reject(new Error('no route'));
    await expect(callBff(holder, read)).rejects.toMatchObject({ code: 'network-failed', retryable: true });
  });

  it('hands on the pause and the trace id of a problem', async () => {
    const { holder, bff } = await recording();
    bff.before = () => problemAnswer('relay-busy', { 'retry-after': '3' });
    await expect(callBff(holder, read)).rejects.toMatchObject({ retryAfter: 3, traceId: 'trace-1' });
  });

  it('dates its proofs by the clock of the BFF', async () => {
    const { holder, sent, bff, time } = await recording();
    bff.view = { ...bff.view, serverTime: time.now + 90_000 };
    await login(holder);
    await callBff(holder, read);
    expect(decodeJwt(sent[1]?.headers.dpop ?? '').iat).toBe((time.now + 90_000) / 1000);
  });

  describe.each([
    ['45 s ahead', 45],
    ['80 s behind', -80],
    ['3 h ahead', 3 * 3600],
    ['8 h behind', -8 * 3600],
    ['400 days ahead', 400 * 86_400],
    ['in 1970', -1_790_000_000],
  ])('from a phone whose clock is %s', (_, seconds) => {
    async function offPhone() {
      const rig = await recording();
      rig.time.phoneAhead = seconds * 1000;
      rig.bff.before = (_what, serve) => {
        const { iat = 0 } = decodeJwt(rig.sent.at(-1)?.headers.dpop ?? '');
        const age = rig.time.now / 1000 - iat;
        return age > 60 || age < -30 ? problemAnswer('dpop-invalid', {}, rig.time.now) : serve();
      };
      return rig;
    }

    it('logs in by the time that came with the refusal ("device proof invalid, check the request")', async () => {
      const { holder, bff } = await offPhone();
      await login(holder);
      await callBff(holder, read);
      expect(bff.log).toEqual(['POST login', 'POST login', 'GET sessions']);
    });

    it('goes on where the clock changes after the login', async () => {
      const { holder, bff, time } = await offPhone();
      await login(holder);
      time.phoneAhead = 0;
      await callBff(holder, read);
      expect(holder.link.clockAhead).toBe(0);
      const before = bff.log.length;
      await callBff(holder, read);
      expect(bff.log.slice(before)).toEqual(['GET sessions']);
    });

    it('says that the clock is wrong where the time of the BFF does not help', async () => {
      const { holder, bff, time } = await offPhone();
      bff.before = () => problemAnswer('dpop-invalid', {}, time.now);
      await expect(login(holder)).rejects.toMatchObject({ code: 'clock-wrong' });
      expect(bff.log).toEqual(['POST login', 'POST login']);
    });
  });

  it('does not blame a clock that is right, and does not try again', async () => {
    const { holder, bff, time } = await recording();
    bff.before = () => problemAnswer('dpop-invalid', {}, time.now);
    await expect(login(holder)).rejects.toMatchObject({ code: 'dpop-invalid' });
    expect(bff.log).toEqual(['POST login']);
  });

  it('learns no time from a slow network, nor one that no clock shows', async () => {
    const { holder, bff, time } = await recording();
    bff.before = (_what, serve) => {
      const answer = serve();
      time.now += 10_000;
      return answer;
    };
    await login(holder);
    expect(holder.link.clockAhead).toBe(0);
    bff.before = () => problemAnswer('request-invalid', {}, 1e300);
    await expect(callBff(holder, read)).rejects.toMatchObject({ code: 'request-invalid' });
    expect(holder.link.clockAhead).toBe(0);
  });

  it('sends nothing where the phone has no randomness', async () => {
    const { holder, platform, sent } = await recording();
    platform.randomBytes = async (length) => new Uint8Array(length);
    await expect(callBff(holder, read)).rejects.toMatchObject({ code: 'randomness-missing' });
    expect(sent).toEqual([]);
  });
});
