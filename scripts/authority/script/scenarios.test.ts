import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { VerdictClaims } from '../../../shared/contract/authority/07-verdict.ts';
import * as limits from '../../../shared/limits.ts';
import {
  type Authority,
  applyBody,
  askChallenge,
  attempt,
  enrol,
  readVerdict,
  sendAll,
  startAuthority,
  verifyBody,
} from '../authority.fixture.ts';

let authority: Authority;
let handle: string;
beforeEach(async () => {
  authority = startAuthority();
  handle = await enrol(authority);
});
afterEach(() => authority.stop());

describe('the scripted mode', () => {
  it('fixed-challenge: asks one session for given prompts and digits, as often as it is told', async () => {
    const body = verifyBody(handle);
    const prompts = ['nod', 'turn-left'];
    const { sessionId } = body;
    await authority.script({ name: 'fixed-challenge', sessionId, times: 1, prompts, digits: '141240' });
    expect((await askChallenge(authority, body)).claims).toMatchObject({ prompts, digits: '141240' });
    const again = await askChallenge(authority, { ...body, attempt: 2 });
    const other = await askChallenge(authority, verifyBody(handle));
    expect([again.claims.digits, other.claims.digits]).not.toContain('141240');
  });

  it('delay: keeps the verdict back', async () => {
    await authority.script({ name: 'delay', ms: 300 });
    const issued = await askChallenge(authority, verifyBody(handle));
    const began = performance.now();
    await sendAll(authority, issued);
    expect(await readVerdict(authority, issued, 0)).toBeUndefined();
    expect((await readVerdict(authority, issued))?.outcome).toBe('pass');
    expect(performance.now() - began).toBeGreaterThan(290);
  });

  it('duplicate: gives the decided verdict once and then a second one that says otherwise', async () => {
    const body = verifyBody(handle);
    await authority.script({ name: 'duplicate', sessionId: body.sessionId, outcome: 'fail' });
    const issued = await askChallenge(authority, body);
    await sendAll(authority, issued);
    const outcomes = [await readVerdict(authority, issued), await readVerdict(authority, issued)];
    expect(outcomes.map((verdict) => verdict?.outcome)).toEqual(['pass', 'fail']);
  });

  it('outage: refuses so many calls with 503, or all of them for a while', async () => {
    const url = '/v1/keys';
    await authority.script({ name: 'outage', how: 'refuse', times: 1 });
    const refused = await authority.call({ method: 'GET', url });
    expect([refused.statusCode, refused.json().code]).toEqual([503, 'authority-unavailable']);
    expect((await authority.call({ method: 'GET', url })).statusCode).toBe(200);
    await authority.script({ name: 'outage', how: 'refuse', ms: 1000 });
    expect((await authority.call({ method: 'GET', url })).statusCode).toBe(503);
    authority.clock.at += 1000;
    expect((await authority.call({ method: 'GET', url })).statusCode).toBe(200);
  });

  it('outage: cuts the connection', async () => {
    const url = await authority.app().listen({ host: '127.0.0.1', port: 0 });
    await authority.script({ name: 'outage', how: 'cut', times: 1 });
    const headers = { authorization: 'Bearer test-key' };
    await expect(fetch(`${url}/v1/keys`, { headers })).rejects.toThrow('fetch failed');
    expect((await fetch(`${url}/v1/keys`, { headers })).status).toBe(200);
  });

  it('wrong-clock: sets the clock of everything that is signed', async () => {
    const before = await askChallenge(authority, verifyBody(handle));
    await authority.script({ name: 'wrong-clock', offsetMs: -3_600_000 });
    const after = await askChallenge(authority, verifyBody(handle));
    expect(after.claims.iat - before.claims.iat).toBe(-3600);
    expect(after.keys.iat).toBe(before.keys.iat - 3600);
  });

  it('rotated-key: signs by a new key and seals to a new one; the old ones stay listed for a while', async () => {
    const before = await askChallenge(authority, verifyBody(handle));
    await authority.script({ name: 'rotated-key' });
    const after = await askChallenge(authority, verifyBody(handle));
    expect(after.keys.version).toBe(before.keys.version + 1);
    expect(after.claims.sealKeyId).not.toBe(before.claims.sealKeyId);
    expect(after.keys.sign[0]?.kid).not.toBe(before.keys.sign[0]?.kid);
    expect(after.keys.sign.slice(1)).toEqual(before.keys.sign);
    await sendAll(authority, before);
    expect((await readVerdict(authority, before))?.outcome).toBe('pass');
    authority.clock.at += limits.resultRetention;
    await authority.script({ name: 'rotated-key' });
    expect((await askChallenge(authority, verifyBody(handle))).keys.sign.map(({ kid }) => kid)).not.toContain(
      before.keys.sign[0]?.kid,
    );
  });

  it('rotated-key: never lists more keys than the contract has room for', async () => {
    for (let n = 0; n < 10; n++) await authority.script({ name: 'rotated-key' });
    const { keys } = await askChallenge(authority, verifyBody(handle));
    expect([keys.version, keys.sign.length, keys.seal.length]).toEqual([11, 4, 8]);
  });

  it('forged-verdict: signs by a key that nobody listed, under the name of one that is', async () => {
    await authority.script({ name: 'forged-verdict', times: 1 });
    const issued = await askChallenge(authority, verifyBody(handle));
    await sendAll(authority, issued);
    await expect(readVerdict(authority, issued)).rejects.toMatchObject({ code: 'bad-signature' });
    expect((await readVerdict(authority, issued))?.outcome).toBe('pass');
  });

  it('verdict-for-another-session: names another session, well signed', async () => {
    await authority.script({ name: 'verdict-for-another-session', times: 1 });
    const body = verifyBody(handle);
    const moved = await attempt(authority, body);
    expect(moved.sessionId).toMatch(/^ses_/);
    expect(moved.sessionId).not.toBe(body.sessionId);
  });

  it('other-root: signs the key list by a root that nobody pinned', async () => {
    await authority.script({ name: 'other-root', times: 1 });
    await expect(askChallenge(authority, verifyBody(handle))).rejects.toMatchObject({
      code: 'bad-signature',
    });
  });

  it('stub-decision: decides without engines, on real envelopes, and the verdict is signed all the same', async () => {
    const missing = async () => Promise.reject(new TypeError('no engine'));
    const { face, voice } = authority.ports().engines;
    face.decide = missing;
    Object.assign(voice, { enrol: missing, decide: missing });
    await authority.script({ name: 'stub-decision', outcome: 'pass' });
    const { credential = '' } = await attempt(authority, applyBody());
    expect(await attempt(authority, verifyBody(credential))).toMatchObject({
      outcome: 'pass',
      sandbox: true,
    });
    await authority.call({ method: 'DELETE', url: '/sandbox/v1/script' });
    await authority.script({ name: 'stub-decision', outcome: 'retry', hints: ['too-dark'] });
    const retried: VerdictClaims = await attempt(authority, verifyBody(credential));
    expect([retried.outcome, retried.hints]).toEqual(['retry', ['too-dark']]);
  });

  it('forgive: lifts locks and forgets failures', async () => {
    await authority.script({ name: 'stub-decision', outcome: 'fail', times: limits.failuresBeforeLock });
    for (let n = 0; n < limits.failuresBeforeLock; n++) await attempt(authority, verifyBody(handle));
    await expect(askChallenge(authority, verifyBody(handle))).rejects.toThrow('credential-locked');
    await authority.script({ name: 'forgive' });
    expect((await attempt(authority, verifyBody(handle))).outcome).toBe('pass');
  });

  it('forget-samples: lets a recording of the test be played once more', async () => {
    const { seen } = authority.ports().store;
    seen.addFace(['file:a']);
    await authority.script({ name: 'forget-samples' });
    expect(seen.face('file:a')).toBe(false);
  });
});

describe('scenarios', () => {
  const path = '/sandbox/v1/script';

  it('are listed with their uses and cleared one by one or all at once', async () => {
    const { id } = (await authority.script({ name: 'delay', ms: 5 })).json();
    await authority.script({ name: 'other-root' });
    const listed = (await authority.call({ method: 'GET', url: path })).json();
    expect(listed.scenarios).toEqual([
      { id, uses: 0, scenario: { name: 'delay', ms: 5 } },
      { id: 'scn_2', uses: 0, scenario: { name: 'other-root' } },
    ]);
    expect((await authority.call({ method: 'DELETE', url: `${path}/${id}` })).statusCode).toBe(204);
    expect((await authority.call({ method: 'DELETE', url: `${path}/${id}` })).statusCode).toBe(404);
    await authority.call({ method: 'DELETE', url: path });
    expect((await authority.call({ method: 'GET', url: path })).json()).toEqual({ scenarios: [] });
  });

  it.each([
    { name: 'earthquake' },
    { name: 'delay' },
    { name: 'delay', ms: 5, colour: 'red' },
    { name: 'fixed-challenge', digits: '12' },
    { name: 'duplicate', outcome: 'fail' },
    { name: 'forgive', sessionId: 'ses_x' },
  ])('refuses %j', async (scenario) => {
    expect((await authority.script(scenario)).statusCode).toBe(400);
  });

  it('are played for this machine only, and with the key', async () => {
    const remote = { remoteAddress: '192.0.2.1' };
    expect((await authority.call({ method: 'GET', url: path, ...remote })).statusCode).toBe(404);
    const wrong = { authorization: 'Bearer wrong' };
    expect((await authority.call({ method: 'GET', url: path, headers: wrong })).json().code).toBe(
      'token-invalid',
    );
    const app = authority.app();
    expect((await app.inject({ method: 'GET', url: '/v1/keys' })).json().code).toBe('token-missing');
  });
});
