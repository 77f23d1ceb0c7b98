import { json } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asId } from '../../../../shared/ids.ts';
import * as limits from '../../../../shared/limits.ts';
import {
  answerJson,
  asked,
  challengeClaims,
  codeOf,
  keyList,
  openAdapter,
  serve,
  sign,
  testTime,
} from './played-authority.fixture.ts';

const challengeId = asId('chl', `chl_${'h'.repeat(22)}`);
let server: Awaited<ReturnType<typeof serve>>;
let authority: ReturnType<typeof openAdapter>;

beforeAll(async () => {
  server = await serve();
  authority = openAdapter(server.url);
});
afterAll(async () => {
  await authority.close();
  await server.close();
});

const lent = { platform: 'wechat', openId: 'o1', accessToken: 'token' } as const;
const path = `/v1/challenges/${challengeId}/platform-face`;

describe('a face that the platform takes', () => {
  it('is begun and ended by the contract', async () => {
    const seen: unknown[] = [];
    server.handle(async (request, response) => {
      seen.push(request.method, request.url, await json(request));
      const ends = request.url?.endsWith('/end');
      answerJson(response, ends ? 200 : 201, { awaited: ['voice'], ...(ends ? {} : { begun: 'a.b.c' }) });
    });
    expect(await authority.beginFace(challengeId, lent)).toEqual({ awaited: ['voice'], begun: 'a.b.c' });
    expect(await authority.endFace(challengeId, { accessToken: 'token' })).toEqual({ awaited: ['voice'] });
    expect(seen).toEqual(['POST', path, lent, 'POST', `${path}/end`, { accessToken: 'token' }]);
  });

  it.each([
    [409, 'step-out-of-order'],
    [409, 'sample-not-awaited'],
    [409, 'platform-tries-over'],
    [410, 'challenge-expired'],
    [503, 'platform-unavailable'],
  ])('is refused with %d as %s', async (status, code) => {
    server.handle((_request, response) => answerJson(response, status, { code }));
    expect(await codeOf(authority.beginFace(challengeId, lent))).toBe(code);
    expect(await codeOf(authority.endFace(challengeId, { accessToken: 'token' }))).toBe(code);
  });

  it.each<[string, number, unknown]>([
    ['an unknown refusal', 409, { code: 'step-out-of-mind' }],
    ['503 by a proxy', 503, '<html>'],
    ['503 for another reason', 503, { code: 'internal-fault' }],
    ['500 beside a known code', 500, { code: 'platform-unavailable' }],
    ['nothing awaited', 200, {}],
    ['an unknown sample', 200, { awaited: ['iris'] }],
    ['a pass of its own', 200, { awaited: [], outcome: 'pass' }],
  ])('is undecided where the authority answers %s', async (_name, status, body) => {
    server.handle((_request, response) => answerJson(response, status, body));
    expect(await codeOf(authority.endFace(challengeId, { accessToken: 'token' }))).toBe(
      'authority-unavailable',
    );
  });
});

describe('a challenge whose face the platform takes', () => {
  const issue = (claims: object, faceBy: object = { faceBy: 'wechat' }) => {
    const challenge = sign('lz-challenge+jwt', challengeClaims(claims));
    server.handle((_request, response) => answerJson(response, 201, { challenge, keyList: keyList() }));
    return codeOf(authority.issueChallenge({ ...asked, ...faceBy }));
  };
  const seconds = testTime / 1000;
  const samples = ['platform-face', 'voice'];

  it('is taken where it was asked for, and so is one for the phone in its place', async () => {
    expect(await issue({ samples })).toBe('no problem');
    expect(await issue({ samples: ['face', 'voice'] })).toBe('no problem');
  });

  it('is refused where the phone was to take the face', async () => {
    expect(await issue({ samples }, {})).toBe('authority-unavailable');
    expect(await issue({ samples }, { faceBy: 'phone' })).toBe('authority-unavailable');
  });

  it('may live for as long as the pages of a platform need, and no other may', async () => {
    const exp = seconds + limits.platformChallengeLifetime / 1000;
    expect(await issue({ samples, exp })).toBe('no problem');
    expect(await issue({ samples, exp: exp + 31 })).toBe('authority-unavailable');
    expect(await issue({ samples: ['face', 'voice'], exp })).toBe('authority-unavailable');
  });
});
