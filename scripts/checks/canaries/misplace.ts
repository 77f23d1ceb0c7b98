import { connect } from 'node:net';
import { callBff } from '../../../miniprogram/src/holder/call-bff.ts';
import type { Holder } from '../../../miniprogram/src/holder/holder.ts';
import { HolderProblem } from '../../../miniprogram/src/holder/holder-problem.ts';
import { stateConsent } from '../../../miniprogram/src/holder/state-consent.ts';
import { saySealed } from '../../stand-ins/say-sealed.ts';

/** What a client sends where it does not belong. */
export interface Misplaced {
  name: string;
  idNumber: string;
  frame: Uint8Array;
}

interface Sender {
  bffUrl: string;
  /** A counter's access token. */
  token: string;
  holder: Holder;
  /** A session that this holder was given a challenge for. */
  sessionId: string;
}

/** How a request was answered: a status, or the code of a problem; and what was said to a request that no client library sends. */
export interface Reply {
  outcome: string;
  said: string;
}

/**
 * Sends name, number and pictures in every place that a careless or hostile client might put them: fields, field names,
 * values, broken JSON, paths, queries, headers, tokens, methods, and plain samples in place of envelopes.
 */
export async function misplace(sender: Sender, given: Misplaced): Promise<Reply[]> {
  const replies: Reply[] = [];
  for (const send of [...asCounter(sender, given), ...asNobody(sender, given), ...asHolder(sender, given)]) {
    replies.push(await send());
  }
  return replies;
}

type Send = () => Promise<Reply>;

function asCounter({ bffUrl, token }: Sender, { name, idNumber }: Misplaced): Send[] {
  const id = 'ses_AAAAAAAAAAAAAAAAAAAAAA';
  const authorization = `Bearer ${token}`;
  const json = { authorization, 'content-type': 'application/json', 'idempotency-key': 'k'.repeat(32) };
  const sent = (path: string, init: RequestInit = {}) => status(bffUrl + path, init);
  const open = (body: string, headers: Record<string, string> = {}) => {
    return sent('/counter/v1/sessions', { method: 'POST', headers: { ...json, ...headers }, body });
  };
  const encoded = encodeURIComponent(name);
  return [
    () => open(JSON.stringify({ scene: 'hotel', purpose: 'check-in', name, idNumber })),
    () => open(JSON.stringify({ scene: 'hotel', purpose: 'check-in', [name]: idNumber, [idNumber]: name })),
    () => open(JSON.stringify({ scene: name, purpose: idNumber })),
    () => open(JSON.stringify([name, idNumber])),
    () => open(`{"name": "${name}", "idNumber": ${idNumber}`),
    () => open(`${name} ${idNumber}`),
    () => open(name, { 'content-type': `text/plain; name=${idNumber}` }),
    () => open('{}', { 'idempotency-key': idNumber }),
    () => open('{}', { 'idempotency-key': encoded, 'user-agent': encoded, referer: `http://x/${encoded}` }),
    () => open('{}', { cookie: `id=${idNumber}`, 'x-request-id': idNumber, traceparent: `00-${idNumber}` }),
    () =>
      open('{}', { 'accept-language': idNumber, accept: `text/${idNumber}`, 'x-forwarded-for': idNumber }),
    () => sent(`/counter/v1/sessions/${encoded}`, { headers: { authorization } }),
    () => sent(`/counter/v1/sessions/ses_${idNumber}AAAA`, { headers: { authorization } }),
    () => sent(`/counter/v1/sessions/${id}?name=${encoded}&id=${idNumber}`, { headers: { authorization } }),
    () =>
      sent(`/counter/v1/sessions/${id}?wait=${idNumber}&after=${encoded}`, { headers: { authorization } }),
    () => {
      const body = JSON.stringify({ reason: name, idNumber });
      return sent(`/counter/v1/sessions/${id}/end`, { method: 'POST', headers: json, body });
    },
  ];
}

function asNobody({ bffUrl }: Sender, { name, idNumber }: Misplaced): Send[] {
  const encoded = encodeURIComponent(name);
  const assertion = [{ alg: 'ES256', kid: idNumber }, { iss: name, sub: idNumber, aud: name }, name]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  const grant = (fields: Record<string, string>) => {
    const body = new URLSearchParams({ client_assertion: assertion, ...fields });
    return status(`${bffUrl}/oauth/token`, { method: 'POST', body });
  };
  const type = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
  const bearing = (authorization: string, dpop: string) => {
    return status(`${bffUrl}/holder/v1/credential`, { headers: { authorization, dpop } });
  };
  return [
    () => status(`${bffUrl}/${encoded}/${idNumber}?${encoded}=${idNumber}`),
    () => status(`${bffUrl}/q/1.${idNumber}.${encoded}`),
    () => status(`${bffUrl}/health/live?name=${encoded}`),
    () => grant({ grant_type: name, [name]: idNumber }),
    () => grant({ grant_type: 'client_credentials', client_assertion_type: type }),
    () => bearing(`DPoP ${idNumber}`, idNumber),
    () => bearing(`Bearer ${assertion}`, assertion),
    () => status(`${bffUrl}/metrics`, { headers: { authorization: `Bearer ${idNumber}` } }),
    () => raw(bffUrl, `${name} / HTTP/1.1\r\nhost: x\r\n\r\n`),
    () => raw(bffUrl, `GET /${name} HTTP/1.1\r\nhost: x\r\nx-name: ${name}\r\n\r\n`),
    () => raw(bffUrl, `GET / HTTP/1.1\r\nhost: x\r\n${name}: ${idNumber}\r\n\r\n`),
    () => raw(bffUrl, `POST /holder/v1/login HTTP/1.1\r\nhost: x\r\ncontent-length: ${idNumber}\r\n\r\n`),
    () => raw(bffUrl, `GET / HTTP/1.1\r\nhost: x\r\nx-long: ${(name + idNumber).repeat(2_000)}\r\n\r\n`),
    () => raw(bffUrl, `GET /%${name}%zz HTTP/1.1\r\nhost: x\r\nexpect: ${idNumber}\r\n\r\n`),
  ];
}

function asHolder({ bffUrl, holder, sessionId }: Sender, { name, idNumber, frame }: Misplaced): Send[] {
  const session = `/holder/v1/sessions/${sessionId}`;
  const post = (path: string, body: object, anonymous: { anonymous?: true } = {}) => {
    return called(holder, { method: 'POST', path, body, idempotencyKey: 'k'.repeat(32), ...anonymous });
  };
  const plainSample = Buffer.alloc(64 * 1024, frame);
  const challengeId = `chl_${'A'.repeat(22)}`;
  const word = saySealed(holder.device, { challengeId, kind: 'face' }, plainSample);
  const consent = stateConsent(holder, { face: true, voice: true });
  return [
    () => post('/holder/v1/login', { platform: 'wechat', code: idNumber }, { anonymous: true }),
    () => post('/holder/v1/login', { platform: 'alipay', code: name }, { anonymous: true }),
    () => post('/holder/v1/login', { platform: name, code: idNumber, name }, { anonymous: true }),
    () => post('/holder/v1/sessions/claim', { code: name }),
    () => post('/holder/v1/sessions/claim', { code: `${bffUrl}/q/1.${idNumber}.1.${idNumber}` }),
    () => post('/holder/v1/sessions/claim', { code: 'x', name, idNumber }),
    () => post('/holder/v1/applications', { consent, name, idNumber }),
    () => post('/holder/v1/applications', { consent: { face: name, voice: idNumber } }),
    () => post(`${session}/challenge`, { consent, identity: { name, idNumber } }),
    () => post(`${session}/decline`, { reason: name, idNumber }),
    () => called(holder, { method: 'GET', path: `${session}?name=${encodeURIComponent(name)}` }),
    () => called(holder, { method: 'GET', path: `/holder/v1/sessions/${idNumber}` }),
    // Not the last one: a connection that waits holds the headers of its last request, as Node's parser does.
    () =>
      called(holder, { method: 'PUT', path: `${session}/samples/face`, body: plainSample, word: idNumber }),
    () => called(holder, { method: 'PUT', path: `${session}/samples/face`, body: plainSample, word }),
    () => called(holder, { method: 'PUT', path: `${session}/samples/${idNumber}`, body: plainSample, word }),
    () => called(holder, { method: 'PUT', path: `${session}/samples/face`, body: frame, word }),
  ];
}

async function status(url: string, init: RequestInit = {}): Promise<Reply> {
  const answer = await fetch(url, { ...init, headers: { connection: 'close', ...init.headers } });
  await answer.arrayBuffer();
  return { outcome: String(answer.status), said: '' };
}

type Called = Pick<
  Parameters<typeof callBff>[1],
  'method' | 'path' | 'body' | 'word' | 'idempotencyKey' | 'anonymous'
>;

async function called(holder: Holder, call: Called): Promise<Reply> {
  const guard = (_value: unknown): _value is unknown => true;
  try {
    await callBff(holder, { ...call, guard });
    return { outcome: 'taken', said: '' };
  } catch (problem) {
    return { outcome: problem instanceof HolderProblem ? problem.code : String(problem), said: '' };
  }
}

/** Sends text as it is and answers once the BFF has closed or been silent for a while. */
function raw(url: string, text: string): Promise<Reply> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    let heard = '';
    const socket = connect(Number(port), hostname, () => socket.write(text));
    socket.setTimeout(300, () => socket.destroy());
    socket.on('data', (chunk) => {
      heard += chunk.toString('utf8');
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      resolve({ outcome: /^HTTP\/1\.1 (\d+)/.exec(heard)?.[1] ?? 'silence', said: heard });
    });
  });
}
