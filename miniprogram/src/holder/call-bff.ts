import { encodeBase64url } from '../../../shared/bytes/base64url.ts';
import { encodeUtf8 } from '../../../shared/bytes/utf8.ts';
import { makeDpopProof } from '../../../shared/jws/make-dpop-proof.ts';
import * as limits from '../../../shared/limits.ts';
import type { Guard } from './guards.ts';
import type { Holder } from './holder.ts';
import { type HolderCode, HolderProblem } from './holder-problem.ts';
import { parseAnswer, valueIn } from './read-answer.ts';
import { learnServerTime, serverTime } from './server-time.ts';

export interface BffCall<T> {
  method: 'GET' | 'POST' | 'PUT';
  /** With its query. */
  path: string;
  /** An object goes as JSON, bytes as application/octet-stream. */
  body?: object | Uint8Array;
  /** The shape of the answer. */
  guard: Guard<T>;
  /** That this phone sealed the envelope in `body`. */
  word?: string;
  /** For creating calls: the same key whenever the same thing is asked again. */
  idempotencyKey?: string;
  /** Without the access token: the call that gets one. */
  anonymous?: true;
  /** In place of the access token: what opens this call alone. */
  ticket?: string;
  /** Milliseconds that the BFF may take on purpose. */
  patience?: number;
  /** As in `HttpRequest`. */
  cookies?: true;
  outlives?: true;
}

/**
 * One call to the BFF with a DPoP proof (RFC 9449) and, once logged in, the access token. Sent once more where the BFF
 * only asks for its current nonce, where the refusal told the phone that its clock is off, and where the access token has run
 * out and logging in gave a new one.
 * @throws HolderProblem with the BFF's code, `clock-wrong` where the BFF's own time did not help, `network-failed`,
 * `answer-unreadable`, or `token-missing` once logged out
 */
export async function callBff<T>(holder: Holder, call: BffCall<T>): Promise<T> {
  const { link } = holder;
  const { accessToken, logIn } = link;
  try {
    return await sendInTime(holder, call);
  } catch (problem) {
    if (codeOf(problem) !== 'token-invalid' || logIn === undefined || call.anonymous || call.ticket)
      throw problem;
    // Of several calls at once, the first one's new token serves all.
    if (link.accessToken === accessToken) {
      link.loggingIn ??= logIn().finally(() => {
        delete link.loggingIn;
      });
    }
    await link.loggingIn;
    return await sendInTime(holder, call);
  }
}

/** An Idempotency-Key: 32 letters. @throws HolderProblem randomness-missing */
export async function newIdempotencyKey(holder: Holder): Promise<string> {
  const random = await holder.randomFor(24);
  return encodeBase64url(random(24));
}

/** A phone's clock is no reason to fail: a proof that was dated wrongly is made anew by the time that came with the refusal. */
async function sendInTime<T>(holder: Holder, call: BffCall<T>): Promise<T> {
  const { clockAhead = 0 } = holder.link;
  try {
    return await sendWithNonce(holder, call);
  } catch (problem) {
    const moved = Math.abs((holder.link.clockAhead ?? 0) - clockAhead);
    if (codeOf(problem) !== 'dpop-invalid' || moved <= limits.proofDateSlack) throw problem;
  }
  return await sendWithNonce(holder, call).catch((problem: unknown) => {
    throw codeOf(problem) === 'dpop-invalid' ? new HolderProblem('clock-wrong', { cause: problem }) : problem;
  });
}

async function sendWithNonce<T>(holder: Holder, call: BffCall<T>): Promise<T> {
  try {
    return await sendOnce(holder, call);
  } catch (problem) {
    if (codeOf(problem) !== 'dpop-nonce-stale') throw problem;
    return await sendOnce(holder, call);
  }
}

function codeOf(problem: unknown): HolderCode | undefined {
  return problem instanceof HolderProblem ? problem.code : undefined;
}

async function sendOnce<T>(holder: Holder, call: BffCall<T>): Promise<T> {
  const { platform, link } = holder;
  const url = holder.bffUrl + call.path;
  const headers = await headersOf(holder, call, url);
  const body = call.body instanceof Uint8Array || call.body === undefined ? call.body : jsonOf(call.body);
  if (link.over) throw new HolderProblem('token-missing');
  const sentAt = platform.clock.now();
  const answer = await platform
    .request({
      method: call.method,
      url,
      headers,
      ...(body === undefined ? {} : { body }),
      ...(call.cookies ? { cookies: true } : {}),
      ...(call.outlives ? { outlives: true } : {}),
      timeout: limits.phoneRequestTimeout + (call.patience ?? 0),
    })
    .catch((cause: unknown) => {
      throw new HolderProblem('network-failed', { cause });
    });
  if (link.over) throw new HolderProblem('token-missing');
  const nonce = answer.headers['dpop-nonce'];
  if (nonce !== undefined) link.nonce = nonce;
  const value = parseAnswer(answer);
  learnServerTime(holder, sentAt, value);
  return valueIn(answer, value, call.guard);
}

async function headersOf<T>(holder: Holder, call: BffCall<T>, url: string): Promise<Record<string, string>> {
  const { nonce } = holder.link;
  const accessToken = call.ticket ?? (call.anonymous ? undefined : holder.link.accessToken);
  const proof = makeDpopProof({
    key: holder.device,
    method: call.method,
    url,
    ...(accessToken === undefined ? {} : { accessToken }),
    ...(nonce === undefined ? {} : { nonce }),
    now: serverTime(holder) ?? holder.platform.clock.now(),
    random: await holder.randomFor(16),
  });
  const headers: Record<string, string> = { accept: 'application/json', dpop: proof };
  if (accessToken !== undefined) headers.authorization = `DPoP ${accessToken}`;
  if (call.idempotencyKey !== undefined) headers['idempotency-key'] = call.idempotencyKey;
  if (call.word !== undefined) headers['sample-word'] = call.word;
  if (call.body !== undefined) {
    headers['content-type'] =
      call.body instanceof Uint8Array ? 'application/octet-stream' : 'application/json';
  }
  return headers;
}

function jsonOf(body: object): Uint8Array {
  return encodeUtf8(JSON.stringify(body));
}
