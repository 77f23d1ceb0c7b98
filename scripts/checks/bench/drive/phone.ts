import { createHash, randomUUID } from 'node:crypto';
import { Compile } from 'typebox/compile';
import type { Pool } from 'undici';
import type { SampleKind } from '../../../../shared/challenge.ts';
import { HolderView } from '../../../../shared/contract/holder-view.ts';
import { makeSigningKey } from '../../../stand-ins/authority/signing-key.ts';
import { type Answer, type Sending, send, textMember } from './send.ts';

const view = Compile(HolderView);

/**
 * A phone without camera and screen: it speaks the holder API and sends bytes where samples belong. It is no stand-in phone: whoever
 * drives the load shares the machine with the BFF that is measured, and sealing and checking as the app does costs more than
 * the BFF itself.
 */
export interface Phone {
  claim(code: string): Promise<HolderView>;
  challenge(sessionId: string): Promise<HolderView>;
  relay(sessionId: string, kind: SampleKind, envelope: Uint8Array): Promise<HolderView>;
  decline(sessionId: string): Promise<HolderView>;
  /** Long-polls until the session is at its end. */
  awaitEnd(view: HolderView): Promise<HolderView>;
}

/** Logs in as a person of that name and applies for a credential. */
export async function makePhone(pool: Pool, bffUrl: string, person: string): Promise<Phone> {
  const key = makeSigningKey();
  const { kty, crv, x, y } = key.jwk;
  const header = { typ: 'dpop+jwt', jwk: { kty, crv, x, y } };
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

  async function ask(sending: Sending, status: number): Promise<Answer> {
    const headers = {
      ...sending.headers,
      dpop: prove(sending.method, sending.path),
      ...(token === undefined ? {} : { authorization: `DPoP ${token.text}` }),
    };
    const answer = await send(pool, { ...sending, headers }, status, ...(nonce === undefined ? [401] : []));
    const fresh = answer.headers['dpop-nonce'];
    const had = nonce;
    if (typeof fresh === 'string') nonce = fresh;
    return answer.status === 401 && had === undefined ? ask(sending, status) : answer;
  }

  async function create(path: string, body: object): Promise<string> {
    const headers = { 'content-type': 'application/json', 'idempotency-key': randomUUID() };
    return (await ask({ method: 'POST', path, headers, body: JSON.stringify(body) }, 201)).text;
  }

  async function upload(path: string, body: Uint8Array): Promise<HolderView> {
    const headers = { 'content-type': 'application/octet-stream', 'content-length': String(body.length) };
    return viewIn((await ask({ method: 'PUT', path, headers, body }, 202)).text);
  }

  async function awaitEnd(path: string, last: HolderView): Promise<HolderView> {
    const { text } = await ask({ method: 'GET', path: `${path}?after=${last.version}&wait=20` }, 200);
    const next = viewIn(text);
    return ['passed', 'failed'].includes(next.state) ? next : awaitEnd(path, next);
  }

  async function logIn(): Promise<void> {
    const body = JSON.stringify({ platform: 'wechat', code: person });
    const headers = { 'content-type': 'application/json' };
    const { text } = await ask({ method: 'POST', path: '/holder/v1/login', headers, body }, 200);
    const access = textMember(text, 'accessToken');
    token = { text: access, hash: createHash('sha256').update(access).digest('base64url') };
  }

  async function apply(): Promise<void> {
    const consent = { face: true, voice: false };
    const { id } = viewIn(await create('/holder/v1/applications', { consent }));
    const path = pathOf(id);
    await create(`${path}/challenge`, { idPhoto: false });
    const anything = new Uint8Array(32 * 1024);
    await upload(`${path}/samples/identity`, anything);
    const last = await upload(`${path}/samples/face`, anything);
    const { state } = await awaitEnd(path, last);
    if (state !== 'passed') throw new Error(`an application ended as ${state}`);
  }

  await logIn();
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
      const text = await create(`${pathOf(sessionId)}/challenge`, { consent: { face: true, voice: true } });
      return viewIn(text, 'session');
    },
    relay: (sessionId, kind, envelope) => upload(`${pathOf(sessionId)}/samples/${kind}`, envelope),
    async decline(sessionId) {
      return viewIn((await ask({ method: 'POST', path: `${pathOf(sessionId)}/decline` }, 200)).text);
    },
    awaitEnd: (last) => awaitEnd(pathOf(last.id), last),
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
