import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import {
  type BegunFaceClaims as Begun,
  BegunFaceClaims,
} from '../../../shared/contract/authority/04-platform-face.ts';
import { verifyEs256 } from '../../../shared/jws/verify-es256.ts';
import { Problem } from '../../../shared/problem.ts';
import { type Authority, type Issued, putSample, sealSample } from '../authority.fixture.ts';
import { check } from '../http/check.ts';
import type { BegunFace, FaceEnd, FaceVerifier, Lent, PlainIdentity } from '../ports/platform-face.ts';

/** A platform whose answers the test sets, for all its pages or (`ends`) one of them; it remembers whom it was asked for. */
export function playedVerifier() {
  const asked: { lent: Lent; outSeqNo: string; identity: PlainIdentity }[] = [];
  const queried: BegunFace[] = [];
  const told: { end: FaceEnd | 'unavailable'; ends: Record<string, FaceEnd> } = { end: 'pass', ends: {} };
  const verifier: FaceVerifier = {
    async begin(given) {
      asked.push(given);
      return { verifyId: `verify-${asked.length}`, outSeqNo: given.outSeqNo };
    },
    async end({ begun }) {
      queried.push(begun);
      if (told.end === 'unavailable') throw new Problem('platform-unavailable');
      return told.ends[begun.verifyId] ?? told.end;
    },
  };
  return { verifier, asked, queried, told };
}

const accessToken = 'access-token';

/** Begins as the BFF does; the claims of `begun` are checked. */
export async function beginFace(authority: Authority, { claims }: Issued, changes: object = {}) {
  const url = `/v1/challenges/${claims.challengeId}/platform-face`;
  const payload = { platform: 'wechat', openId: 'o-anna', accessToken, ...changes };
  const answer = await authority.call({ method: 'POST', url, payload });
  const { begun, awaited, code } = answer.json();
  return { status: answer.statusCode, code, awaited, begun: begun && openBegun(authority, begun) };
}

export async function endFace(authority: Authority, { claims }: Issued) {
  const url = `/v1/challenges/${claims.challengeId}/platform-face/end`;
  const answer = await authority.call({ method: 'POST', url, payload: { accessToken } });
  return { status: answer.statusCode, ...answer.json() };
}

export async function sendSample(authority: Authority, issued: Issued, kind: 'identity' | 'voice' | 'face') {
  const envelope = await sealSample(issued, kind);
  const answer = await putSample(authority, issued.claims.challengeId, kind, envelope);
  return { status: answer.statusCode, ...answer.json() };
}

function openBegun(authority: Authority, jws: string): Begun {
  const keyOf = (kid: string) =>
    authority
      .ports()
      .keys.list()
      .sign.find((key) => key.kid === kid)?.jwk;
  return check(BegunFaceClaims, verifyEs256({ jws, keyOf, type: 'lz-platform-face+jwt' }));
}

/** A platform of a few lines on loopback: what it answers, each test says. */
export async function servePlatform() {
  let handler = (_request: IncomingMessage, response: ServerResponse): unknown =>
    response.writeHead(404).end();
  const server = createServer((request, response) => void handler(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    handle(next: typeof handler): void {
      handler = next;
    },
    async close(): Promise<void> {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
