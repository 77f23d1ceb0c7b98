import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import { exact } from '../../../shared/contract/schema.ts';
import { asId, type CounterId, type RpId } from '../../../shared/ids.ts';
import type { PublicJwk } from '../../../shared/jws/public-jwk.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';

/** A private key as JWK (RFC 7518 section 6.2.2). */
export type PrivateJwk = PublicJwk & { d: string; kid: string };

/** What a counter is given when it is registered. */
export interface CounterSettings {
  /** Scheme and host of the BFF, no trailing slash. */
  bffUrl: string;
  rpId: RpId;
  counterId: CounterId;
  /** Signs the counter's client assertions. */
  key: PrivateJwk;
  /** Opens result tokens, where its RP registered the public half. */
  decryptionKey?: PrivateJwk;
}

const PrivateKeyFile = exact({
  kty: Type.Literal('EC'),
  crv: Type.Literal('P-256'),
  ...{ x: Type.String(), y: Type.String(), d: Type.String(), kid: Type.String() },
});

/** What a counter of the sandbox was given when it was registered. @throws Error when there is no such counter */
export function readCounter(sandbox: Sandbox, counterId: string, bffUrl: string): CounterSettings {
  const counter = sandbox.counters.find(({ id }) => id === counterId);
  if (counter === undefined) throw new Error(`the sandbox has no counter ${counterId}`);
  const decryption = sandbox.decryptionKeys.find(({ rpId }) => rpId === counter.rpId);
  return {
    bffUrl,
    rpId: asId('rp', counter.rpId),
    counterId: asId('cnt', counter.id),
    key: readKey(join(sandbox.folder, counter.keyFile)),
    ...(decryption && { decryptionKey: readKey(join(sandbox.folder, decryption.keyFile)) }),
  };
}

function readKey(path: string): PrivateJwk {
  const key: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (!Value.Check(PrivateKeyFile, key)) throw new Error(`${path} is not a private key`);
  return key;
}
