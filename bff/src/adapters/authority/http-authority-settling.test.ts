import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { asId } from '../../../../shared/ids.ts';
import {
  answerJson,
  challengeClaims,
  firstKey,
  type Handler,
  keyList,
  openAdapter,
  serve,
  sign,
  testTime,
  verdictClaims,
} from './played-authority.fixture.ts';

let server: Awaited<ReturnType<typeof serve>>;
let authority: ReturnType<typeof openAdapter>;
let asked: string[];
beforeAll(async () => {
  server = await serve();
});
afterAll(() => server.close());
beforeEach(() => {
  asked = [];
  authority = openAdapter(server.url);
  return () => authority.close();
});

/** Answers the key list, and everything else by the handler. */
function play(handler: Handler): void {
  server.handle((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    if (request.url === '/v1/keys') answerJson(response, 200, { keyList: keyList() });
    else handler(request, response);
  });
}

const challengeId = asId('chl', challengeClaims().challengeId);
const unavailable = expect.objectContaining({ code: 'authority-unavailable' });

describe('ending a challenge', () => {
  it('answers the verdict, checked as any other', async () => {
    play((_, response) =>
      answerJson(response, 200, { verdict: sign('lz-verdict+jwt', verdictClaims(), firstKey) }),
    );
    expect(await authority.endChallenge(challengeId)).toMatchObject({ challengeId, outcome: 'pass' });
    expect(asked).toContain(`POST /v1/challenges/${challengeId}/end`);
  });

  it.each([
    ['of another challenge', verdictClaims({ challengeId: `chl_${'o'.repeat(22)}` })],
    ['for another BFF', verdictClaims({ aud: 'bff-2' })],
  ])('takes no verdict %s', async (_, claims) => {
    play((_, response) => answerJson(response, 200, { verdict: sign('lz-verdict+jwt', claims, firstKey) }));
    await expect(authority.endChallenge(challengeId)).rejects.toEqual(unavailable);
  });

  it('answers nothing where there is none, and where the authority does not know the challenge', async () => {
    play((_, response) => void response.writeHead(204).end());
    expect(await authority.endChallenge(challengeId)).toBeUndefined();
    play((_, response) => answerJson(response, 404, { code: 'not-found' }));
    expect(await authority.endChallenge(challengeId)).toBeUndefined();
  });

  it('believes no 404 of whoever stands in between, and is asked again', async () => {
    play((_, response) => answerJson(response, 404, { error: 'no route' }));
    await expect(authority.endChallenge(challengeId)).rejects.toEqual(unavailable);
    play((_, response) => void response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>404</h1>'));
    await expect(authority.endChallenge(challengeId)).rejects.toEqual(unavailable);
  });
});

describe('comparing credentials', () => {
  const handle = asId('crd', `crd_${'c'.repeat(22)}`);

  it('reads pages by their cursor', async () => {
    const page = {
      credentials: [{ handle, state: 'active', level: 'basic', since: testTime }],
      cursor: '7',
      more: true,
    };
    play((_, response) => answerJson(response, 200, page));
    expect(await authority.listCredentials()).toEqual(page);
    await authority.listCredentials('7');
    expect(asked.slice(-2)).toEqual(['GET /v1/credentials', 'GET /v1/credentials?after=7']);
  });

  it('asks which of some handles are live, and which are strict', async () => {
    const other = `crd_${'B'.repeat(22)}`;
    play((_, response) => answerJson(response, 200, { live: [handle, other], strict: [other] }));
    expect(await authority.liveAmong([handle])).toEqual(new Set([handle, other]));
    expect(await authority.strictAmong([handle])).toEqual(new Set([other]));
  });

  it('takes no page with more than it asked for', async () => {
    const page = {
      credentials: [{ handle, state: 'active', level: 'basic', since: testTime, name: 'anna' }],
      cursor: '7',
      more: true,
    };
    play((_, response) => answerJson(response, 200, page));
    await expect(authority.listCredentials()).rejects.toEqual(unavailable);
  });
});
