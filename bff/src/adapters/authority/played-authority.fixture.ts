import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { makeSigningKey } from '../../../../scripts/stand-ins/authority/signing-key.ts';
import {
  type NamedKey,
  standInAuthority,
} from '../../../../scripts/stand-ins/authority/stand-in-authority.ts';
import type {
  AuthorityChallengeBody,
  ChallengeClaims,
} from '../../../../shared/contract/authority/03-challenge.ts';
import type { VerdictClaims } from '../../../../shared/contract/authority/07-verdict.ts';
import type { KeyListClaims } from '../../../../shared/contract/authority/keys.ts';
import { Problem } from '../../../../shared/problem.ts';
import { httpAuthority } from './http-authority.ts';
import type { SeenKeyList } from './seen-key-list.ts';

/** As the database keeps it. */
export function seenInMemory(version = 0): SeenKeyList {
  return {
    newest: async () => version,
    async raise(to) {
      version = Math.max(version, to);
    },
  };
}

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** 2026-11-01, in milliseconds. */
export const testTime = 1_793_491_200_000;

export function makeNamedKey(kid: string): NamedKey {
  return { kid, ...makeSigningKey() };
}

export const root = makeNamedKey('root');
export const firstKey = makeNamedKey('sign-1');

/** At a time that stands still; the ids below are known. */
const authority = standInAuthority({
  issuer: 'https://authority.test',
  bffId: 'bff-1',
  now: () => testTime,
  random: (length) => new Uint8Array(length),
  root,
  signing: firstKey,
  sealing: { keyId: 'seal-17', suite: 17, publicKey: 'k'.repeat(43) },
});
export const { sign } = authority;

export function keyList(changed: Partial<KeyListClaims> = {}, by: NamedKey = root): string {
  const exp = testTime / 1000 + 3600;
  return sign('lz-keys+jwt', authority.keyListClaims({ exp, ...changed }), by);
}

export const asked: AuthorityChallengeBody = {
  ceremony: 'verify',
  sessionId: `ses_${'s'.repeat(22)}`,
  attempt: 1,
  rpId: 'rp_inn',
  counterId: 'cnt_desk-1',
  scene: 'hotel',
  level: 'basic',
  purpose: 'check-in',
  deviceThumbprint: 'd'.repeat(43),
  consent: { face: true, voice: true },
  credential: `crd_${'c'.repeat(22)}`,
};

export function challengeClaims(changed: Partial<ChallengeClaims> = {}): ChallengeClaims {
  const challengeId = `chl_${'h'.repeat(22)}`;
  return authority.challengeClaims(asked, { challengeId, nonce: 'n'.repeat(43), ...changed });
}

export function verdictClaims(changed: Partial<VerdictClaims> = {}): VerdictClaims {
  return authority.verdictClaims(challengeClaims(), changed);
}

/** What the registrar says of the counter that asks. */
export const registrationOf = () =>
  authority.registrationClaims({
    ...{ rpId: asked.rpId, rpName: 'Inn', counterId: asked.counterId, counterName: 'Desk 1', place: 'Town' },
    ...{ scenes: ['hotel'], counterKey: 'k'.repeat(43) },
  });

export function answerJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

/** The adapter as BFF `bff-1` has it, to an authority at `url`. */
export const openAdapter = (url: string, changes: Partial<Parameters<typeof httpAuthority>[0]> = {}) =>
  httpAuthority({
    ...{ url, apiKey: 'the-api-key', root: root.jwk, bffId: 'bff-1', now: () => testTime },
    seenKeyList: seenInMemory(),
    ...changes,
  });

/** The code of the problem that it ends with; where it ends with none that is said, and another fault is answered as it is. */
export const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'no problem',
    (fault: unknown) => (fault instanceof Problem ? fault.code : fault),
  );

/** A small HTTP server on loopback whose behaviour each test sets. */
export async function serve(): Promise<{ url: string; handle(next: Handler): void; close(): Promise<void> }> {
  let handler: Handler = (_, response) => answerJson(response, 404, {});
  const server = createServer((request, response) => handler(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = addressOf(server.address());
  return {
    url: `http://127.0.0.1:${port}`,
    handle(next) {
      handler = next;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function addressOf(address: AddressInfo | string | null): AddressInfo {
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address;
}
