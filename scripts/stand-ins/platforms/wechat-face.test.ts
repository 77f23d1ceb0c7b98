import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { openIdOf } from './accounts.ts';
import { buildPlatform } from './build-platform.ts';
import { tokenLifetime } from './wechat-tokens.ts';

const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
const clock = { at: 0 };
let app: ReturnType<typeof buildPlatform>;
let token: string;

const post = async (url: string, payload: object) =>
  (await app.inject({ method: 'POST', url, payload })).json();
const grant = { grant_type: 'client_credential', appid: 'wx1', secret: 's3cret' };
const stableToken = (changes: object = {}) => post('/cgi-bin/stable_token', { ...grant, ...changes });
const face = '/cityservice/face/identify';
const openid = openIdOf('wx1', 'p01');
const cert_info = { cert_type: 'IDENTITY_CARD', cert_name: '张三', cert_no: '310101199801011234' };
/** The digest of that identity as WeChat's documentation has it. */
const cert_hash = '3c241f7ff324977aeb91f173bb2a7b06569e6fd784d5573db34a636d8671108b';
const numbers = { count: 0 };
const open = (changes: object = {}, by = token) =>
  post(`${face}/getverifyid?access_token=${by}`, {
    out_seq_no: `number-${numbers.count}`,
    cert_info,
    openid,
    ...changes,
  });
const query = (verify_id: string, changes: object = {}, by = token) =>
  post(`${face}/queryverifyinfo?access_token=${by}`, {
    verify_id,
    out_seq_no: `number-${numbers.count}`,
    cert_hash,
    openid,
    ...changes,
  });
const play = (verifyId: string, act: string, account = 'p01') =>
  post('/sandbox/v1/face-acts', { verifyId, account, act });

beforeEach(async () => {
  clock.at = Date.parse('2026-11-21T08:00:00Z');
  numbers.count++;
  app = buildPlatform({
    wechat: { appId: 'wx1', secret: 's3cret' },
    alipay: { appId: '2021', appPublicKey: keys.publicKey, platformPrivateKey: keys.privateKey },
    now: () => clock.at,
    random: (length) => new Uint8Array(randomBytes(length)),
  });
  token = (await stableToken()).access_token;
});

describe('the access token', () => {
  it('stays the same until five minutes before its end, and the old one is taken to its end', async () => {
    clock.at += tokenLifetime - 301_000;
    expect(await stableToken()).toEqual({ access_token: token, expires_in: 301 });
    clock.at += 1000;
    expect((await stableToken()).access_token).not.toBe(token);
    expect((await open()).errcode).toBe(0);
    clock.at += 300_000;
    expect((await open({ out_seq_no: 'another' })).errcode).toBe(40001);
  });

  it('is given to the app with its secret alone', async () => {
    expect((await stableToken({ appid: 'wx2' })).errcode).toBe(40013);
    expect((await stableToken({ secret: 'x' })).errcode).toBe(40125);
    expect((await stableToken({ grant_type: 'x' })).errcode).toBe(40002);
  });
});

describe("WeChat's face verifier", () => {
  it('tells how the check ended: by what was done there, and not before', async () => {
    for (const [act, verify_ret] of [
      ['pass', 10000],
      ['fail', 10004],
      ['cancel', 90004],
    ] as const) {
      const { verify_id, expires_in } = await open();
      expect(expires_in).toBe(3600);
      expect(await query(verify_id)).toMatchObject({ errcode: 84003 });
      expect(await play(verify_id, act)).toEqual({ played: true });
      expect(await query(verify_id)).toEqual({ errcode: 0, errmsg: 'ok', verify_ret });
      numbers.count++;
    }
  });

  it('lets one who left try again, and nobody who was decided', async () => {
    const { verify_id } = await open();
    await play(verify_id, 'cancel');
    expect(await play(verify_id, 'fail')).toEqual({ played: true });
    expect(await play(verify_id, 'pass')).toEqual({ played: false });
    expect((await query(verify_id)).verify_ret).toBe(10004);
  });

  it('looks at nobody but whom the verify id was made for', async () => {
    const { verify_id } = await open();
    expect(await play(verify_id, 'pass', 'p02')).toEqual({ played: false });
    expect((await query(verify_id)).errcode).toBe(84003);
  });

  it('tells nothing to another number, openid, identity, or with a wrong access token', async () => {
    const { verify_id } = await open();
    await play(verify_id, 'pass');
    const otherHash = createHash('sha256').update('another').digest('hex');
    expect((await query(verify_id, { out_seq_no: 'another' })).errcode).toBe(84002);
    expect((await query(verify_id, { openid: openIdOf('wx1', 'p02') })).errcode).toBe(84002);
    expect((await query(verify_id, { cert_hash: otherHash })).errcode).toBe(84002);
    expect((await query('guessed')).errcode).toBe(84001);
    expect((await query(verify_id, {}, 'wrong')).errcode).toBe(40001);
    expect((await open({}, 'wrong')).errcode).toBe(40001);
  });

  it('forgets a verify id after an hour, and takes a number of the caller once', async () => {
    const { verify_id } = await open();
    expect((await open()).errcode).toBe(47001);
    clock.at += 3600_000;
    expect(await play(verify_id, 'pass')).toEqual({ played: false });
    expect((await query(verify_id)).errcode).toBe(84001);
  });
});
