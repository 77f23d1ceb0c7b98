import { createHash, randomUUID } from 'node:crypto';
import { Compile } from 'typebox/compile';
import type { Pool } from 'undici';
import type { SealedKind } from '../../../../shared/challenge.ts';
import { consentVersion } from '../../../../shared/consent/consent-forms.ts';
import { sampleWordHeader } from '../../../../shared/contract/attempt/06-relay.ts';
import { HolderView } from '../../../../shared/contract/holder-view.ts';
import { sampleWord } from '../../../../shared/device-word/sample-word.ts';
import { thumbprint } from '../../../../shared/jws/thumbprint.ts';
import { makeSigningKey } from '../../../stand-ins/authority/signing-key.ts';
import { type Answer, type Sending, send, textMember } from './send.ts';

const view = Compile(HolderView);

const shown = { version: consentVersion, language: 'zh' };

/**
 * A phone without camera and screen: it speaks the holder API and sends bytes where samples belong. It is no stand-in phone: whoever
 * drives the load shares the machine with the BFF that is measured, and sealing and checking as the app does costs more than
 * the BFF itself.
 */
export interface Phone {
  claim(code: string): Promise<HolderView>;
  challenge(sessionId: string): Promise<HolderView>;
  relay(sessionId: string, kind: SealedKind, envelope: Uint8Array): Promise<HolderView>;
  decline(sessionId: string): Promise<HolderView>;
  /** Long-polls until the session is at its end. */
  awaitEnd(view: HolderView): Promise<HolderView>;
  /** One long poll of the session, as it is answered. */
  watch(view: HolderView): Promise<Answer>;
  /** A call that only a phone in its place is answered. */
  call(): Promise<Answer>;
}

/**
 * Logs in as a person of that name, which takes the place of the person's phone before, and applies for a credential.
 * @param told is called between the two
 */
export async function makePhone(
  pool: Pool,
  bffUrl: string,
  person: string,
  told?: () => void,
): Promise<Phone> {
  const key = makeSigningKey();
  const { kty, crv, x, y } = key.jwk;
  const publicJwk = { kty, crv, x, y };
  const header = { typ: 'dpop+jwt', jwk: publicJwk };
  const device = { publicJwk, thumbprint: thumbprint(publicJwk) };
  const challenges = new Map<string, string>();
  let token: { text: string; hash: string } | undefined;
  let nonce: string | undefined;

  function prove(method: string, path: string): string {
    const claims = {
      jti: randomUUID(),
      htm: method,
      htu: bffUrl + path.replace(/\?.*/, ''),
      iat: Math.floor(Date.now() / 1000),
      ...(token === undefined ? {} : { ath: token.hash }),
      ...(nonce === undefined ? {} : { nonce }),
    };
    return key.sign(header, claims);
  }

  async function ask(sending: Sending, ...status: number[]): Promise<Answer> {
    const headers = {
      ...sending.headers,
      dpop: prove(sending.method, sending.path),
      ...(token === undefined ? {} : { authorization: `DPoP ${token.text}` }),
    };
    const answer = await send(
      pool,
      { ...sending, headers },
      ...status,
      ...(nonce === undefined ? [401] : []),
    );
    const fresh = answer.headers['dpop-nonce'];
    const had = nonce;
    if (typeof fresh === 'string') nonce = fresh;
    return answer.status === 401 && had === undefined ? ask(sending, ...status) : answer;
  }

  async function create(path: string, body: object): Promise<string> {
    const headers = { 'content-type': 'application/json', 'idempotency-key': randomUUID() };
    return (await ask({ method: 'POST', path, headers, body: JSON.stringify(body) }, 201)).text;
  }

  /** A challenge for the session, which what is sent then is said to be sealed for. */
  async function askChallenge(path: string, body: object): Promise<string> {
    const text = await create(`${path}/challenge`, body);
    const [, claims = ''] = textMember(text, 'challenge').split('.');
    challenges.set(path, textMember(Buffer.from(claims, 'base64url').toString(), 'challengeId'));
    return text;
  }

  async function upload(path: string, kind: SealedKind, body: Uint8Array): Promise<HolderView> {
    const digest = createHash('sha256').update(body).digest('base64url');
    const { header, payload } = sampleWord(device, { challengeId: challenges.get(path) ?? '', kind, digest });
    const headers = {
      ...{ 'content-type': 'application/octet-stream', 'content-length': String(body.length) },
      [sampleWordHeader]: key.sign(header, payload),
    };
    return viewIn((await ask({ method: 'PUT', path: `${path}/samples/${kind}`, headers, body }, 202)).text);
  }

  async function awaitEnd(path: string, last: HolderView): Promise<HolderView> {
    const { text } = await ask({ method: 'GET', path: `${path}?after=${last.version}&wait=20` }, 200);
    const next = viewIn(text);
    return ['passed', 'failed'].includes(next.state) ? next : awaitEnd(path, next);
  }

  async function logIn(): Promise<void> {
    const body = JSON.stringify({ platform: 'wechat', code: `${person}#${randomUUID()}` });
    const headers = { 'content-type': 'application/json' };
    const { text } = await ask({ method: 'POST', path: '/holder/v1/login', headers, body }, 200);
    const access = textMember(text, 'accessToken');
    token = { text: access, hash: createHash('sha256').update(access).digest('base64url') };
  }

  async function apply(): Promise<void> {
    const consent = { face: true, voice: false, text: shown };
    const { id } = viewIn(await create('/holder/v1/applications', { consent }));
    const path = pathOf(id);
    await askChallenge(path, { idPhoto: false });
    const anything = new Uint8Array(32 * 1024);
    await upload(path, 'identity', anything);
    const last = await upload(path, 'face', anything);
    const { state } = await awaitEnd(path, last);
    if (state !== 'passed') throw new Error(`an application ended as ${state}`);
  }

  await logIn();
  told?.();
  await apply();
  return {
    async claim(code) {
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify({ code });
      return viewIn(
        (await ask({ method: 'POST', path: '/holder/v1/sessions/claim', headers, body }, 200)).text,
      );
    },
    async challenge(sessionId) {
      const text = await askChallenge(pathOf(sessionId), {
        consent: { face: true, voice: true, text: shown },
      });
      return viewIn(text, 'session');
    },
    relay: (sessionId, kind, envelope) => upload(pathOf(sessionId), kind, envelope),
    async decline(sessionId) {
      return viewIn((await ask({ method: 'POST', path: `${pathOf(sessionId)}/decline` }, 200)).text);
    },
    awaitEnd: (last) => awaitEnd(pathOf(last.id), last),
    watch: ({ id, version }) =>
      ask({ method: 'GET', path: `${pathOf(id)}?after=${version}&wait=20` }, 200, 401, 404),
    call: () => ask({ method: 'GET', path: '/holder/v1/credential' }, 200, 401),
  };
}

function pathOf(sessionId: string): string {
  return `/holder/v1/sessions/${sessionId}`;
}

/** @param inside the member of the answer that is the view, where it is not the whole */
function viewIn(text: string, inside?: string): HolderView {
  const answer: unknown = JSON.parse(text);
  const found =
    inside !== undefined && typeof answer === 'object' && answer !== null
      ? new Map(Object.entries(answer)).get(inside)
      : answer;
  if (!view.Check(found)) throw new Error('an answer that is no view of a session');
  return found;
}
