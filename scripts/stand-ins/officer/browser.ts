import { randomBytes } from 'node:crypto';
import type { Static, TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { encodeHex } from '../../../shared/bytes/hex.ts';
import { sealedKinds } from '../../../shared/challenge.ts';
import { sampleWordHeader } from '../../../shared/contract/attempt/06-relay.ts';
import type { Call } from '../../../shared/contract/schema.ts';
import { makeDeviceKey } from '../../../shared/jws/make-device-key.ts';
import { makeDpopProof } from '../../../shared/jws/make-dpop-proof.ts';
import { readJwsPart } from '../../../shared/jws/read-part.ts';
import { thumbprint } from '../../../shared/jws/thumbprint.ts';
import { CallProblem } from '../call-json.ts';
import { saySealed } from '../say-sealed.ts';

/** An answer of the BFF as it came. */
export interface Answered {
  status: number;
  headers: Record<string, string>;
  body: unknown;
}

export interface BrowserOptions {
  /** Where the BFF listens, and the address that proofs name. */
  url: string;
  publicUrl: string;
  now(): number;
  /** A key that is registered, and how its token is shown; made anew and bound to the token where absent. */
  key?: ReturnType<typeof makeDeviceKey>;
  scheme?: 'DPoP' | 'Bearer';
  send?: (url: string, init: RequestInit) => Promise<Answered>;
}

const random = (length: number) => new Uint8Array(randomBytes(length));

/** The browser of an officer, without a screen: a key of its own, a token once there is one, and a proof for each call. */
export function openBrowser({
  url,
  publicUrl,
  now,
  key = makeDeviceKey(random),
  scheme = 'DPoP',
  send = sendHttp,
}: BrowserOptions) {
  let token: string | undefined;
  let nonce: string | undefined;
  const device = { ...key, thumbprint: thumbprint(key.publicJwk) };
  /** The challenge that each session was last told with. */
  const challenges = new Map<string, string>();

  /** That this browser sealed what it sends, where it sends bytes. */
  function wordFor(path: string, body: object | undefined): Record<string, string> {
    const kind = sealedKinds.find((sealed) => path.endsWith(`/${sealed}`));
    if (!(body instanceof Uint8Array) || kind === undefined) return {};
    const challengeId = challenges.get(sessionIn(path)) ?? '';
    return { [sampleWordHeader]: saySealed(device, { challengeId, kind }, body) };
  }

  /** One request as it is, but for what a test changes. */
  async function ask(
    method: string,
    path: string,
    {
      body,
      token: shown = token,
      headers = {},
    }: { body?: object | undefined; token?: string | undefined; headers?: Record<string, string> } = {},
  ): Promise<Answered> {
    const [bare = path] = path.split('?');
    const proof = makeDpopProof({
      ...{ key, method, url: publicUrl + bare, now: now(), random },
      ...(shown !== undefined && scheme === 'DPoP' && { accessToken: shown }),
      ...(nonce !== undefined && { nonce }),
    });
    const isBytes = body instanceof Uint8Array;
    const answer = await send(url + path, {
      method,
      headers: {
        dpop: proof,
        'accept-language': 'en',
        ...(shown !== undefined && { authorization: `${scheme} ${shown}` }),
        ...(body !== undefined && {
          'content-type': isBytes ? 'application/octet-stream' : 'application/json',
        }),
        ...wordFor(bare, body),
        ...headers,
      },
      ...(body !== undefined && { body: isBytes ? Buffer.from(body) : JSON.stringify(body) }),
    });
    nonce = answer.headers['dpop-nonce'] ?? nonce;
    const told = challengeIn(answer.body);
    if (told !== undefined) challenges.set(sessionIn(bare), told);
    return answer;
  }

  /**
   * The answer of a call that fits the contract; a proof that was stale is made anew once.
   * @throws CallProblem with the code of the refusal
   */
  async function call<C extends Call>(
    { method, path, status, answer: schema }: C & { answer: TSchema },
    params: Record<string, string> = {},
    { body, query = '' }: { body?: object; query?: string } = {},
  ): Promise<Static<C['answer']>> {
    const address =
      path.replaceAll(/:([a-zA-Z]+)/g, (_, name) => encodeURIComponent(params[name] ?? '')) + query;
    const key = { 'idempotency-key': encodeHex(random(16)) };
    let answer = await ask(method, address, { body, headers: key });
    if (memberOf(answer, 'code') === 'dpop-nonce-stale')
      answer = await ask(method, address, { body, headers: key });
    if (answer.status === status && fits<C['answer']>(schema, answer.body)) return answer.body;
    const [code, said] = [memberOf(answer, 'code'), memberOf(answer, 'detail')];
    throw new CallProblem({ method, url: url + address }, code ?? `status ${answer.status}`, said ?? '');
  }

  return {
    thumbprint: device.thumbprint,
    /** The key by which it says something itself. */
    device,
    ask,
    call,
    /** What is shown from now on. */
    keep(given: string | undefined): void {
      token = given;
    },
    token: () => token,
  };
}

export type Browser = ReturnType<typeof openBrowser>;

function fits<S extends TSchema>(schema: TSchema, value: unknown): value is Static<S> {
  return Value.Check(schema, value);
}

const sessionIn = (path: string): string => /ses_[A-Za-z0-9_-]+/.exec(path)?.[0] ?? '';

/** The id of the challenge that an answer told, if it did. */
function challengeIn(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null || !('challenge' in body)) return undefined;
  if (typeof body.challenge !== 'string') return undefined;
  const claims = readJwsPart(body.challenge.split('.')[1] ?? '');
  const id = typeof claims === 'object' && claims !== null && 'challengeId' in claims && claims.challengeId;
  return typeof id === 'string' ? id : undefined;
}

function memberOf({ body }: Answered, name: 'code' | 'detail'): string | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const member = new Map<string, unknown>(Object.entries(body)).get(name);
  return typeof member === 'string' ? member : undefined;
}

async function sendHttp(url: string, init: RequestInit): Promise<Answered> {
  const answer = await fetch(url, init);
  const text = await answer.text();
  const isJson = /json/.test(answer.headers.get('content-type') ?? '');
  return {
    status: answer.status,
    headers: Object.fromEntries(answer.headers),
    body: isJson ? JSON.parse(text) : text,
  };
}
