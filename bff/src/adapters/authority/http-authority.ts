import type { Readable } from 'node:stream';
import { Compile } from 'typebox/compile';
import { type Dispatcher, Pool } from 'undici';
import { sampleWordHeader } from '../../../../shared/contract/attempt/06-relay.ts';
import {
  AuthorityChallengeAnswer,
  authorityChallengeCall,
  ChallengeClaims,
} from '../../../../shared/contract/authority/03-challenge.ts';
import {
  AuthorityFaceBeginAnswer,
  AuthorityFaceEndAnswer,
  authorityFaceBeginCall,
  authorityFaceEndCall,
} from '../../../../shared/contract/authority/04-platform-face.ts';
import {
  AuthoritySampleAnswer,
  authoritySampleCall,
} from '../../../../shared/contract/authority/06-relay.ts';
import {
  authorityVerdictCall,
  type ReadVerdict,
  VerdictClaims,
} from '../../../../shared/contract/authority/07-verdict.ts';
import {
  authorityCredentialsCall,
  authorityStandingCall,
  CredentialPage,
  StandingAnswer,
} from '../../../../shared/contract/authority/credentials.ts';
import { authorityEndCall } from '../../../../shared/contract/authority/end-challenge.ts';
import { authorityExportCall } from '../../../../shared/contract/authority/export.ts';
import { authorityKeysCall, type PublicJwk } from '../../../../shared/contract/authority/keys.ts';
import { authorityMoveCall } from '../../../../shared/contract/authority/move-credential.ts';
import { authorityPrivateAskerCall } from '../../../../shared/contract/authority/private-asker.ts';
import { authorityVoidCall } from '../../../../shared/contract/authority/void-credential.ts';
import * as limits from '../../../../shared/limits.ts';
import { Problem } from '../../../../shared/problem.ts';
import type { Authority } from '../../ports/authority.ts';
import { currentCall, traceHeaders } from '../../ports/current-call.ts';
import { namesCode, readAnswer, refusal, unavailable } from './authority-answers.ts';
import { authorityKeyList } from './authority-key-list.ts';
import { checkChallenge, checkOrigin } from './check-challenge.ts';
import { checkPrivateAsker } from './check-private-asker.ts';
import { checkReport } from './check-report.ts';
import { keyIdOf, readSigned, SignedTextRefused } from './read-signed.ts';
import type { SeenKeyList } from './seen-key-list.ts';
import { withBody } from './with-body.ts';

const schemas = {
  begun: Compile(AuthorityFaceBeginAnswer),
  ended: Compile(AuthorityFaceEndAnswer),
  keys: Compile(authorityKeysCall.answer),
  challengeAnswer: Compile(AuthorityChallengeAnswer),
  challenge: Compile(ChallengeClaims),
  sample: Compile(AuthoritySampleAnswer),
  verdictAnswer: Compile(authorityVerdictCall.answer),
  verdict: Compile(VerdictClaims),
  credentials: Compile(CredentialPage),
  standing: Compile(StandingAnswer),
  exported: Compile(authorityExportCall.answer),
  privateAsker: Compile(authorityPrivateAskerCall.answer),
};

/** Every answer holds two signed texts at most, or an export. */
const answerSize = Math.max(2 * limits.signedText, limits.exportSealed) + 4096;
const connections = { calls: 2 * limits.relaysInFlight, waiting: limits.authorityWaits };

export interface HttpAuthorityOptions {
  /** Where the authority listens; a path is a prefix of all its paths. */
  url: string;
  apiKey: string;
  /** The pinned root: everything that the authority signs is trusted through it and through nothing else. */
  root: PublicJwk;
  /** Whom verdicts must be addressed to. */
  bffId: string;
  now: () => number;
  /** How new a key list was seen, which outlives the process. */
  seenKeyList: SeenKeyList;
}

/**
 * The authority over HTTP (shared/contract/authority). Samples are streamed through. What is signed is checked against
 * the pinned root: type, algorithm, key, lifetime, form, and that it answers what was asked.
 * Its refusals that concern the phone are passed on; an upload that the phone broke off is Problem upload-timeout;
 * whatever else goes wrong is Problem authority-unavailable.
 */
export function httpAuthority(options: HttpAuthorityOptions): Authority & { close(): Promise<void> } {
  const { now, bffId } = options;
  const { origin, pathname } = new URL(options.url);
  const prefix = pathname.replace(/\/$/, '');
  const authorization = `Bearer ${options.apiKey}`;
  const common = { maxResponseSize: answerSize, connect: { timeout: limits.connectTimeout } };
  const calls = new Pool(origin, { ...common, connections: connections.calls });
  const waiting = new Pool(origin, { ...common, connections: connections.waiting });
  const keyList = authorityKeyList({ root: options.root, now, fetchList, seen: options.seenKeyList });

  function ask(
    pool: Pool,
    call: { method: 'GET' | 'POST' | 'PUT' },
    path: string,
    milliseconds: number,
    body?: { type: string; length: number; content: string | Readable; headers?: Record<string, string> },
  ): Promise<Dispatcher.ResponseData> {
    const signal = AbortSignal.timeout(milliseconds);
    const request = { method: call.method, path: prefix + path, signal };
    const asking = { authorization, ...traceHeaders(currentCall()?.trace) };
    if (body === undefined) return pool.request({ ...request, headers: asking });
    const own = { 'content-type': body.type, 'content-length': String(body.length) };
    return pool.request(
      withBody({ ...request, headers: { ...asking, ...body.headers, ...own } }, body.content),
    );
  }

  function post(
    call: { method: 'POST' },
    path: string,
    body: object,
    milliseconds = limits.authorityCallTimeout,
  ): Promise<Dispatcher.ResponseData> {
    const content = JSON.stringify(body);
    const length = Buffer.byteLength(content);
    return ask(calls, call, path, milliseconds, { type: 'application/json', length, content });
  }

  async function fetchList(patience: number = limits.authorityCallTimeout): Promise<string> {
    const answer = await ask(calls, authorityKeysCall, authorityKeysCall.path, patience);
    return (await readAnswer(answer, authorityKeysCall.status, schemas.keys)).keyList;
  }

  async function readVerdictAnswer(
    answer: Dispatcher.ResponseData,
    challengeId: string,
  ): Promise<ReadVerdict> {
    const { verdict, ...sealed } = await readAnswer(
      answer,
      authorityVerdictCall.status,
      schemas.verdictAnswer,
    );
    const { keys, key } = await keyList.withKey(keyIdOf(verdict, 'lz-verdict+jwt'));
    const claims = readSigned(verdict, 'lz-verdict+jwt', key, schemas.verdict);
    checkOrigin('verdict', claims, keys.claims, now());
    if (claims.aud !== bffId) throw new SignedTextRefused('the verdict is for another BFF');
    if (claims.challengeId !== challengeId)
      throw new SignedTextRefused('the verdict is for another challenge');
    return { ...claims, ...sealed };
  }

  const standingOf = (handles: readonly string[]) =>
    orUnavailable(async () => {
      const answer = await post(authorityStandingCall, authorityStandingCall.path, { handles });
      return await readAnswer(answer, authorityStandingCall.status, schemas.standing);
    });

  return {
    demandUp: () =>
      orUnavailable(async () => {
        await keyList.learn(await fetchList(limits.readyPatience));
      }),

    readKeyList: () => orUnavailable(async () => (await keyList.current()).text),

    knownKeyList: () => orUnavailable(async () => (await keyList.lastKnown()).text),

    registrarStands: ({ statement }) =>
      orUnavailable(async () => {
        const { registrars } = (await keyList.lastKnown()).claims;
        return registrars.includes(keyIdOf(statement, 'lz-registration+jwt'));
      }),

    issueChallenge: (order) =>
      orUnavailable(async () => {
        const answer = await post(authorityChallengeCall, authorityChallengeCall.path, order);
        const signed = await readAnswer(answer, authorityChallengeCall.status, schemas.challengeAnswer);
        const keys = await keyList.learn(signed.keyList);
        const key = keys.sign.get(keyIdOf(signed.challenge, 'lz-challenge+jwt'));
        if (key === undefined) throw new SignedTextRefused('the key list has not the key of the challenge');
        const claims = readSigned(signed.challenge, 'lz-challenge+jwt', key, schemas.challenge);
        checkChallenge(claims, order, keys.claims, now());
        return { ...signed, claims };
      }),

    relaySample: (challengeId, kind, { length, word, body }) =>
      orUnavailable(async () => {
        const path = fill(authoritySampleCall.path, { challengeId, kind });
        const headers = { [sampleWordHeader]: word };
        const content = { type: 'application/octet-stream', length, content: body, headers };
        const patience = limits.uploadTimeout + limits.authorityCallTimeout;
        try {
          const answer = await ask(calls, authoritySampleCall, path, patience, content);
          return await readAnswer(answer, authoritySampleCall.status, schemas.sample);
        } catch (error) {
          throw body.errored === null ? error : new Problem('upload-timeout', { cause: error });
        }
      }),

    beginFace: (challengeId, body) =>
      orUnavailable(async () => {
        const path = fill(authorityFaceBeginCall.path, { challengeId });
        const answer = await post(authorityFaceBeginCall, path, body, limits.authorityPlatformTimeout);
        return await readAnswer(answer, authorityFaceBeginCall.status, schemas.begun);
      }),

    endFace: (challengeId, body) =>
      orUnavailable(async () => {
        const path = fill(authorityFaceEndCall.path, { challengeId });
        const answer = await post(authorityFaceEndCall, path, body, limits.authorityPlatformTimeout);
        return await readAnswer(answer, authorityFaceEndCall.status, schemas.ended);
      }),

    readVerdict: (challengeId, waitSeconds) =>
      orUnavailable(async () => {
        const path = `${fill(authorityVerdictCall.path, { challengeId })}?wait=${waitSeconds}`;
        const answer = await ask(
          waiting,
          authorityVerdictCall,
          path,
          waitSeconds * 1000 + limits.authorityWaitMargin,
        );
        if (answer.statusCode === 204) {
          await answer.body.dump();
          return undefined;
        }
        return await readVerdictAnswer(answer, challengeId);
      }),

    endChallenge: (challengeId) =>
      orUnavailable(async () => {
        const path = fill(authorityEndCall.path, { challengeId });
        const answer = await ask(calls, authorityEndCall, path, limits.authorityCallTimeout);
        if (answer.statusCode === 204) {
          await answer.body.dump();
          return undefined;
        }
        if (answer.statusCode === 404 && (await namesCode(answer, 'not-found'))) return undefined;
        return await readVerdictAnswer(answer, challengeId);
      }),

    listCredentials: (after) =>
      orUnavailable(async () => {
        const query = after === undefined ? '' : `?after=${encodeURIComponent(after)}`;
        const { path, status } = authorityCredentialsCall;
        const answer = await ask(calls, authorityCredentialsCall, path + query, limits.authorityCallTimeout);
        return await readAnswer(answer, status, schemas.credentials);
      }),
    liveAmong: async (handles) => new Set((await standingOf(handles)).live),
    strictAmong: async (handles) => new Set((await standingOf(handles)).strict),
    readReport: (form) => orUnavailable(() => checkReport(form, keyList.withKeyOfThen)),
    privateAsker: () =>
      orUnavailable(async () => {
        const { path, status } = authorityPrivateAskerCall;
        const answer = await ask(calls, authorityPrivateAskerCall, path, limits.authorityCallTimeout);
        const given = await readAnswer(answer, status, schemas.privateAsker);
        checkPrivateAsker(given, { root: options.root, now: now() });
        return given;
      }),

    voidCredential: (handle) =>
      orUnavailable(async () => {
        const path = fill(authorityVoidCall.path, { handle });
        await taken(await ask(calls, authorityVoidCall, path, limits.authorityCallTimeout));
      }),

    moveCredential: (handle, told) =>
      orUnavailable(async () => {
        await taken(await post(authorityMoveCall, fill(authorityMoveCall.path, { handle }), told));
      }),

    exportHeld: (handle, receiptKey) =>
      orUnavailable(async () => {
        const answer = await post(authorityExportCall, fill(authorityExportCall.path, { handle }), {
          receiptKey,
        });
        return (await readAnswer(answer, authorityExportCall.status, schemas.exported)).sealed;
      }),

    async close() {
      await Promise.all([calls.close(), waiting.destroy()]);
    },
  };
}

/** What was told is taken, and nothing is answered. @throws Problem as refused */
async function taken(answer: Dispatcher.ResponseData): Promise<void> {
  if (answer.statusCode !== 204) throw await refusal(answer);
  await answer.body.dump();
}

async function orUnavailable<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw unavailable(error);
  }
}

function fill(path: string, params: Record<string, string>): string {
  return path.replaceAll(/:([a-zA-Z]+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
}
