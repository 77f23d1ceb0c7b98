import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { asId } from '../../../../shared/ids.ts';
import * as limits from '../../../../shared/limits.ts';
import {
  answerJson,
  asked,
  challengeClaims,
  codeOf,
  firstKey,
  keyList,
  makeNamedKey,
  openAdapter,
  root,
  seenInMemory,
  serve,
  sign,
  testTime,
  verdictClaims,
} from './played-authority.fixture.ts';

const challengeId = asId('chl', `chl_${'h'.repeat(22)}`);
let server: Awaited<ReturnType<typeof serve>>;
let authority: ReturnType<typeof openAdapter>;
let time = testTime;
let listFetched = 0;
let seen = seenInMemory();

beforeAll(async () => {
  server = await serve();
});
afterAll(async () => {
  await authority.close();
  await server.close();
});
beforeEach(async () => {
  await authority?.close();
  time = testTime;
  listFetched = 0;
  seen = seenInMemory();
  authority = openAdapter(`${server.url}/authority/`, { now: () => time, seenKeyList: seen });
});

const challengeText = (changed = {}, key = firstKey) =>
  sign('lz-challenge+jwt', { ...challengeClaims(), ...changed }, key);
const verdictText = (changed = {}, key = firstKey) =>
  sign('lz-verdict+jwt', { ...verdictClaims(), ...changed }, key);

/** The authority answers each path with the given body; a key list is always there to be fetched. */
function answers(body: unknown, status = 200, published = keyList()) {
  server.handle((request, response) => {
    if (request.url !== '/authority/v1/keys') return answerJson(response, status, body);
    listFetched += 1;
    return answerJson(response, 200, { keyList: published });
  });
}

describe('a challenge', () => {
  const issue = (challenge: string, list = keyList()) => {
    answers({ challenge, keyList: list }, 201);
    return authority.issueChallenge(asked);
  };

  it('is given on with the texts that the phone will check itself', async () => {
    const [challenge, list] = [challengeText(), keyList()];
    expect(await issue(challenge, list)).toEqual({ challenge, keyList: list, claims: challengeClaims() });
  });

  it('is asked for with the key of this BFF and the body of the contract', async () => {
    const seen: unknown[] = [];
    server.handle(async (request, response) => {
      const { method, url, headers } = request;
      const body: unknown = JSON.parse(await text(request));
      seen.push({ method, url, authorization: headers.authorization, body });
      answerJson(response, 201, { challenge: challengeText(), keyList: keyList() });
    });
    await authority.issueChallenge(asked);
    expect(seen).toEqual([
      {
        method: 'POST',
        url: '/authority/v1/challenges',
        authorization: 'Bearer the-api-key',
        body: asked,
      },
    ]);
  });

  it.each(['credential-void', 'credential-locked', 'level-too-low'])(
    'passes on the refusal %s',
    async (code) => {
      answers({ code, type: 'about:blank' }, 403);
      expect(await codeOf(authority.issueChallenge(asked))).toBe(code);
    },
  );

  const other = makeNamedKey('sign-1');
  const own = { alg: 'ES256', typ: 'lz-challenge+jwt', kid: 'sign-1' };
  const headed = (header: { typ: string; [member: string]: unknown }) =>
    firstKey.sign(header, challengeClaims());
  it.each<[string, string, string?]>([
    ['signed by another key', challengeText({}, other)],
    ['with a key list of another root', challengeText(), keyList({}, makeNamedKey('root'))],
    [
      'with a key list that names another kid than root',
      challengeText(),
      keyList({}, { ...root, kid: 'r2' }),
    ],
    ['with a key list that has expired', challengeText(), keyList({ exp: testTime / 1000 - 30 })],
    ['with a key list of the future', challengeText(), keyList({ iat: testTime / 1000 + 31 })],
    ['with a verdict in place of the key list', challengeText(), verdictText()],
    ['of a key that the list does not name', challengeText({}, makeNamedKey('sign-9'))],
    ['of another type', headed({ ...own, typ: 'lz-verdict+jwt' })],
    ['with the algorithm none', headed({ ...own, alg: 'none' })],
    ['with the algorithm HS256', headed({ ...own, alg: 'HS256' })],
    ['with a critical header', headed({ ...own, crit: ['b64'], b64: false })],
    ['that brings its own key', headed({ ...own, jwk: firstKey.jwk })],
    ['without a key id', headed({ alg: own.alg, typ: own.typ })],
    ['without a signature', challengeText().replace(/[^.]*$/, '')],
    ['with one letter changed', challengeText().replace('.eyJ', '.eyK')],
    ['with unknown claims', challengeText({ name: 'x' })],
    ['for another session', challengeText({ sessionId: `ses_${'x'.repeat(22)}` })],
    ['for another device', challengeText({ deviceThumbprint: 'x'.repeat(43) })],
    ['for another relying party', challengeText({ rpId: 'rp_other' })],
    ['for another counter', challengeText({ counterId: 'cnt_desk-2' })],
    ['for another scene', challengeText({ scene: 'parcel' })],
    ['for another level', challengeText({ level: 'strict' })],
    ['for another purpose', challengeText({ purpose: 'visit' })],
    ['for another ceremony', challengeText({ ceremony: 'apply' })],
    ['that has expired', challengeText({ exp: testTime / 1000 - 30 })],
    ['that would live for longer than one may', challengeText({ exp: testTime / 1000 + 91 })],
    ['of another issuer', challengeText({ iss: 'https://other.test' })],
    ['that denies being a sandbox', challengeText({ sandbox: false })],
    ['that asks for a sample without need', challengeText({ samples: ['face', 'identity'] })],
    ['that names an unknown sealing key', challengeText({ sealKeyId: 'seal-9' })],
  ])('is refused: %s', async (_, challenge, list) => {
    expect(await codeOf(issue(challenge, list))).toBe('authority-unavailable');
  });

  it('that asks for the voice is refused when only the face was consented to', async () => {
    answers({ challenge: challengeText(), keyList: keyList() }, 201);
    const body = { ...asked, consent: { face: true, voice: false } } as const;
    expect(await codeOf(authority.issueChallenge(body))).toBe('authority-unavailable');
  });

  it('may live longer when applying, and then ask for the identity', async () => {
    const ceremony = 'apply';
    const exp = testTime / 1000 + 120;
    answers(
      { challenge: challengeText({ ceremony, exp, samples: ['identity', 'face'] }), keyList: keyList() },
      201,
    );
    expect((await authority.issueChallenge({ ...asked, ceremony })).claims.exp).toBe(exp);
  });

  it('is accepted from a clock that is 29 seconds behind, and from one that is 29 seconds ahead', async () => {
    time = testTime + 60_000 + 29_000;
    expect((await issue(challengeText())).claims).toMatchObject({ digits: '314159' });
    time = testTime - 29_000;
    expect((await issue(challengeText())).claims).toMatchObject({ digits: '314159' });
  });

  it('is refused with a key list that is older than one seen before', async () => {
    await issue(challengeText(), keyList({ version: 2 }));
    expect(await codeOf(issue(challengeText(), keyList({ version: 1 })))).toBe('authority-unavailable');
    await issue(challengeText(), keyList({ version: 2, exp: testTime / 1000 + 7200 }));
  });

  it('is refused with a key list that is older than one that another process saw, or this one before its last start', async () => {
    await seen.raise(2);
    expect(await codeOf(issue(challengeText(), keyList({ version: 1 })))).toBe('authority-unavailable');
    await issue(challengeText(), keyList({ version: 3 }));
    expect(await seen.newest()).toBe(3);
  });
});

describe('a verdict', () => {
  it('is read, and its key list fetched once for many', async () => {
    answers({ verdict: verdictText() });
    const read = () => authority.readVerdict(challengeId, 0);
    expect(await Promise.all([read(), read(), read()])).toEqual(Array(3).fill(verdictClaims()));
    await read();
    expect(listFetched).toBe(1);
  });

  it('that is not there yet is undefined', async () => {
    server.handle((_, response) => response.writeHead(204).end());
    expect(await authority.readVerdict(challengeId, 0)).toBeUndefined();
  });

  it('is waited for as long as the caller says', async () => {
    let url: string | undefined;
    server.handle((request, response) => {
      url = request.url;
      response.writeHead(204).end();
    });
    await authority.readVerdict(challengeId, 7);
    expect(url).toBe(`/authority/v1/challenges/${challengeId}/verdict?wait=7`);
  });

  it('by a key of a rotated list makes the BFF fetch the list once anew', async () => {
    const second = makeNamedKey('sign-2');
    answers({ verdict: verdictText() });
    await authority.readVerdict(challengeId, 0);
    const both = [firstKey, second].map(({ kid, jwk }) => ({ kid, jwk }));
    answers({ verdict: verdictText({}, second) }, 200, keyList({ version: 2, sign: both }));
    expect(await authority.readVerdict(challengeId, 0)).toEqual(verdictClaims());
    expect(listFetched).toBe(2);
  });

  it('by a key that was struck counts no second longer, though the BFF had heard a list with it', async () => {
    const second = makeNamedKey('sign-2');
    answers({ verdict: verdictText() });
    await authority.readVerdict(challengeId, 0);
    const { kid, jwk } = second;
    answers({ verdict: verdictText() }, 200, keyList({ version: 2, sign: [{ kid, jwk }] }));
    time += limits.keyListFresh;
    expect(await codeOf(authority.readVerdict(challengeId, 0))).toBe('authority-unavailable');
    answers({ verdict: verdictText({}, second) }, 200, keyList({ version: 2, sign: [{ kid, jwk }] }));
    expect((await authority.readVerdict(challengeId, 0))?.outcome).toBe('pass');
  });

  it('by a key of a list that has since expired is checked against a fresh list', async () => {
    answers({ verdict: verdictText() });
    await authority.readVerdict(challengeId, 0);
    time = testTime + 3_700_000;
    expect(await codeOf(authority.readVerdict(challengeId, 0))).toBe('authority-unavailable');
    answers({ verdict: verdictText() }, 200, keyList({ exp: testTime / 1000 + 7200 }));
    expect((await authority.readVerdict(challengeId, 0))?.outcome).toBe('pass');
  });

  it.each([
    ['of a key that no list names', verdictText({}, makeNamedKey('sign-9'))],
    ['signed by another key under a known name', verdictText({}, makeNamedKey('sign-1'))],
    ['for another BFF', verdictText({ aud: 'bff-2' })],
    ['for another challenge', verdictText({ challengeId: `chl_${'x'.repeat(22)}` })],
    ['of another issuer', verdictText({ iss: 'https://other.test' })],
    ['that denies being a sandbox', verdictText({ sandbox: false })],
    ['of the future', verdictText({ iat: testTime / 1000 + 31 })],
    ['with a score in it', verdictText({ score: 0.99 })],
    ['that is a challenge', challengeText()],
  ])('is refused: %s', async (_, verdict) => {
    answers({ verdict });
    expect(await codeOf(authority.readVerdict(challengeId, 0))).toBe('authority-unavailable');
  });
});

describe('voiding a credential', () => {
  const handle = asId('crd', `crd_${'c'.repeat(22)}`);

  it('is told to the authority', async () => {
    let seen = '';
    server.handle((request, response) => {
      seen = `${request.method} ${request.url}`;
      response.writeHead(204).end();
    });
    await authority.voidCredential(handle);
    expect(seen).toBe(`POST /authority/v1/credentials/${handle}/void`);
  });

  it('is a problem when the authority did not take it', async () => {
    answers({}, 500);
    expect(await codeOf(authority.voidCredential(handle))).toBe('authority-unavailable');
  });
});
