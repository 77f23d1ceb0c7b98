import type { JWK } from 'jose';
import { awaitEnd, type Waiting } from './await-end.ts';
import { discover } from './discover.ts';
import { type Ending, endCheck } from './end-check.ts';
import { extend } from './extend.ts';
import { following } from './follow.ts';
import { type CheckView, isView, type ResultClaims } from './guards.ts';
import { openLink } from './link.ts';
import { type Check, openCheck, type Reason } from './open-check.ts';
import type { Fetch } from './read-answer.ts';
import { readMessages, type Say, sayBy } from './say.ts';
import { serverClock } from './server-clock.ts';
import { type CounterKey, tokens } from './tokens.ts';
import { typeWord } from './type-word.ts';
import { remoteKeys, resultVerifier } from './verify-result.ts';

export interface Settings {
  /** Where the service is, as its operator says it: everything else is found by it. */
  issuer: string;
  rpId: string;
  counterId: string;
  key: CounterKey;
  /** The private half of the encryption key that the relying party registered; results come encrypted then. */
  decryptionKey?: JWK;
  /** Whether results of synthetic people count. Never in production. */
  allowSandbox?: boolean;
  /** Another `fetch`, such as one that goes by a proxy. */
  fetch?: Fetch;
}

/** A counter, as a program. Every call throws `Refused` and `Unreachable`; each is told where it differs. */
export interface Counter {
  /** An access token, for calls beside these. */
  token(): Promise<string>;
  open(reason: Reason, signal?: AbortSignal): Promise<Check>;
  read(sessionId: string): Promise<CheckView>;
  awaitEnd(sessionId: string, waiting?: Waiting): Promise<CheckView>;
  typeWord(sessionId: string, word: string): Promise<CheckView>;
  extend(sessionId: string): Promise<CheckView>;
  end(sessionId: string, reason: Ending): Promise<CheckView>;
  /** What was decided, where it is proved. @throws NotBelieved */
  verifyResult(token: string, sessionId: string): Promise<ResultClaims>;
  /** What to tell clerk, guest and holder, in Chinese and English. */
  messages(): Promise<Say>;
}

/**
 * Finds the service by its issuer and gets a first token, so that a wrong key is known before the first guest comes.
 * @throws Refused (`client-unknown`: the key, or the counter, is not registered), Unreachable, TypeError where the issuer is not https
 */
export async function connect(settings: Settings): Promise<Counter> {
  const { issuer, rpId, counterId, key, decryptionKey, allowSandbox } = settings;
  const fetch: Fetch = settings.fetch ?? ((input, init) => globalThis.fetch(input, init));
  const metadata = await discover(fetch, issuer);
  const held = tokens(fetch, metadata, counterId, key);
  await held.current();
  const link = openLink(fetch, metadata.token_endpoint, held, serverClock());
  const followed = following(link);
  const verifyResult = resultVerifier(remoteKeys(metadata.jwks_uri), {
    issuer,
    rpId,
    decryptionKey,
    allowSandbox,
  });
  return {
    token: () => held.current(),
    open: (reason, signal) => openCheck(link, reason, signal),
    read: (sessionId) =>
      link.ask({ method: 'GET', path: `/counter/v1/sessions/${sessionId}`, repeatable: true }, isView),
    awaitEnd: (sessionId, waiting) => awaitEnd(link, followed, sessionId, waiting),
    typeWord: (sessionId, word) => typeWord(link, sessionId, word),
    extend: (sessionId) => extend(link, sessionId),
    end: (sessionId, reason) => endCheck(link, sessionId, reason),
    verifyResult,
    messages: async () => sayBy(await readMessages(fetch, metadata.token_endpoint)),
  };
}
