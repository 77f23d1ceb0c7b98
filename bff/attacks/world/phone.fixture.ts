import { startHolder } from '../../../miniprogram/src/holder/holder.ts';
import type { SessionView } from '../../../miniprogram/src/holder/who-asks.ts';
import { login } from '../../../miniprogram/src/login/01-login.ts';
import { enrol } from '../../../scripts/stand-ins/phone/play-journey.ts';
import {
  anySamples,
  blindDevices,
  hastyClock,
  sendHttp,
  standInPlatform,
} from '../../../scripts/stand-ins/phone/stand-in-platform.ts';
import type { Act } from '../../../scripts/stand-ins/platforms/face-acts.ts';
import { saySealed } from '../../../scripts/stand-ins/say-sealed.ts';
import { decodeUtf8, encodeUtf8 } from '../../../shared/bytes/utf8.ts';
import { sealedKinds } from '../../../shared/challenge.ts';
import { type DpopInput, makeDpopProof } from '../../../shared/jws/make-dpop-proof.ts';
import type { PublicJwk } from '../../../shared/jws/public-jwk.ts';
import type { Identity } from '../../../shared/sample/samples.ts';
import { type Answer, readAnswer, send } from './answers.fixture.ts';
import { publicUrl } from './bff.fixture.ts';
import type { Clock } from './clock.fixture.ts';
import type { FacePlatform } from './face-platform.fixture.ts';
import { claimsOf } from './jws.fixture.ts';
import { type Lies, tell } from './lies.fixture.ts';
import { random } from './parties.fixture.ts';

const sessionIn = (path: string): string => /ses_[A-Za-z0-9_-]+/.exec(path)?.[0] ?? '';

interface Asking {
  body?: unknown;
  headers?: Record<string, string>;
  /** A proof made elsewhere, or null for none. */
  proof?: string | null;
  token?: string;
  /** Where another process of the BFF listens. */
  at?: string;
}

/**
 * A phone with a device key of its own, logged in to the account: the real steps run on it. `lies` is what a dishonest
 * BFF makes of its answers. @param url where the BFF listens @param ahead milliseconds of the phone's own clock @param cpuId the number of its secure
 * part, where it has one
 */
export async function pickUpPhone(
  account: string,
  url: string,
  root: PublicJwk,
  clock: Clock,
  wechat?: FacePlatform,
  ahead = 0,
  cpuId?: string,
) {
  /** What its owner does before the camera of WeChat, and which pages of it were opened. */
  const face: { does: Act; opened: string[] } = { does: 'pass', opened: [] };
  const lies: Lies = {};
  /** The challenge that each session was last given. */
  const challenges = new Map<string, string>();
  const noteChallenge = (url: string, answer: unknown) => {
    if (typeof answer !== 'object' || answer === null || !('challenge' in answer)) return;
    // What a secure key is to sign is called so too, and is no JWS.
    const jws = String(answer.challenge);
    if (jws.includes('.')) challenges.set(sessionIn(url), String(claimsOf(jws).challengeId));
  };
  const platform = standInPlatform({
    ...blindDevices(anySamples),
    clock: hastyClock(() => clock.at + ahead),
    loginCode: async () => ({ platform: 'wechat', code: (await wechat?.mint(account)) ?? account }),
    async request(request) {
      const answer = await sendHttp({ ...request, url: request.url.replace(publicUrl, url) });
      readAnswer(answer.status, answer.headers, answer.body);
      noteChallenge(request.url, JSON.parse(decodeUtf8(answer.body) || 'null'));
      return { ...answer, body: encodeUtf8(tell(lies, decodeUtf8(answer.body))) };
    },
  });
  if (wechat !== undefined) {
    platform.verifyFace = async ({ verifyId }) => {
      face.opened.push(verifyId);
      await wechat.act({ verifyId, account, act: face.does });
    };
  }
  if (wechat !== undefined && cpuId !== undefined)
    platform.secureKey = {
      ready: async () => true,
      sign: (challenge) => wechat.soter(cpuId, account, challenge),
    };
  const holder = await startHolder({ platform, bffUrl: publicUrl, trust: { root, sandbox: true } });
  await login(holder);

  /** A proof for one request, but for what an attack changes. */
  function proof(method: string, path: string, changes: Partial<DpopInput> = {}): string {
    const { accessToken, nonce } = holder.link;
    return makeDpopProof({
      key: holder.device,
      method,
      url: publicUrl + path,
      now: clock.at,
      random,
      ...(accessToken === undefined ? {} : { accessToken }),
      ...(nonce === undefined ? {} : { nonce }),
      ...changes,
    });
  }

  /** The headers of a request, for those who send it themselves. */
  const headers = (method: string, path: string) => ({
    authorization: `DPoP ${holder.link.accessToken}`,
    dpop: proof(method, path),
  });

  /** This phone's word that it sealed what it sends. */
  const wordFor = (path: string, envelope: Uint8Array) => {
    const kind = sealedKinds.find((sealed) => path.endsWith(`/${sealed}`)) ?? 'face';
    const challengeId = challenges.get(sessionIn(path)) ?? '';
    return { 'sample-word': saySealed(holder.device, { challengeId, kind }, envelope) };
  };

  /** One request as it is, with none of the patience of the real steps. */
  async function ask(method: string, path: string, asking: Asking = {}): Promise<Answer> {
    const { body, proof: made, token } = asking;
    const { dpop, authorization } = headers(method, path);
    const asJson = body !== undefined && !(body instanceof Uint8Array);
    const content = asJson && typeof body !== 'string' ? JSON.stringify(body) : body;
    const answer = await send((asking.at ?? url) + path, {
      method,
      headers: {
        authorization: token === undefined ? authorization : `DPoP ${token}`,
        ...(made === null ? {} : { dpop: made ?? dpop }),
        ...(asJson && { 'content-type': 'application/json' }),
        ...(body instanceof Uint8Array && {
          'content-type': 'application/octet-stream',
          ...wordFor(path, body),
        }),
        ...asking.headers,
      },
      ...(typeof content === 'string' && { body: content }),
      ...(content instanceof Uint8Array && { body: Buffer.from(content) }),
    });
    noteChallenge(path, answer.body);
    return answer;
  }

  return {
    account,
    face,
    holder,
    lies,
    proof,
    headers,
    ask,
    token: () => holder.link.accessToken ?? '',
    wordFor,
    /** Uploads an envelope as it is, with the phone's word for it. */
    put: (sessionId: string, kind: string, envelope: Uint8Array) =>
      ask('PUT', `/holder/v1/sessions/${sessionId}/samples/${kind}`, { body: envelope }),
    /** Arrives by a code, or by the ticket in its browser's cookie. */
    arrive: (body: { code?: string }, cookieTicket?: string) =>
      ask('POST', '/holder/v1/arrivals', {
        body,
        ...(cookieTicket !== undefined && { headers: { cookie: `lz-arrival=${cookieTicket}` } }),
      }),
    /** Claims by a code, a ticket or both. */
    claim: (body: { code?: string; ticket?: string }) => ask('POST', '/holder/v1/sessions/claim', { body }),
    /** Something harmless that only a known phone is answered. */
    whoAmI: (asking: Asking = {}) => ask('GET', '/holder/v1/credential', asking),
    /** What is known of its credential at any process, at any time: with the nonce that is asked for. */
    async card(at?: string): Promise<unknown> {
      const read = () => ask('GET', '/holder/v1/credential', at === undefined ? {} : { at });
      const { code, headers, body } = await read();
      if (code !== 'dpop-nonce-stale') return body;
      holder.link.nonce = headers['dpop-nonce'] ?? '';
      return (await read()).body;
    },
  };
}

export type Phone = Awaited<ReturnType<typeof pickUpPhone>>;

/** The citizen applies on the phone: the whole ceremony. @throws Error where it does not pass */
export async function applyAs(phone: Phone, identity: Identity): Promise<SessionView> {
  const idPhoto = new Uint8Array(100).fill(5);
  return await enrol(phone.holder, { identity, idPhoto }, { triesAgain: async () => false });
}
