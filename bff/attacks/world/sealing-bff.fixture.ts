import { Readable } from 'node:stream';
import { Value } from 'typebox/value';
import { vi } from 'vitest';
import { sealContext } from '../../../scripts/authority/challenge/seal-context.ts';
import { saySealed } from '../../../scripts/stand-ins/say-sealed.ts';
import { decodeBase64url } from '../../../shared/bytes/base64url.ts';
import type { SealedKind } from '../../../shared/challenge.ts';
import { ChallengeClaims } from '../../../shared/contract/authority/03-challenge.ts';
import { KeyListClaims } from '../../../shared/contract/authority/keys.ts';
import { asId } from '../../../shared/ids.ts';
import { makeDeviceKey } from '../../../shared/jws/make-device-key.ts';
import { thumbprint } from '../../../shared/jws/thumbprint.ts';
import { seal } from '../../../shared/seal/seal.ts';
import { claimsOf } from './jws.fixture.ts';
import { random } from './parties.fixture.ts';
import type { World } from './world.fixture.ts';

/**
 * A dishonest BFF that seals samples itself: it has all that the authority answers a challenge with, and keys of its own. From here on it hears each challenge.
 * @param order what it makes of the orders of challenges
 */
export function sealingBff({ ports: { authority } }: World, order: object = {}) {
  const { privateKey, publicJwk } = makeDeviceKey(random);
  const own = { privateKey, publicJwk, thumbprint: thumbprint(publicJwk) };
  const issue = authority.issueChallenge.bind(authority);
  const relay = authority.relaySample.bind(authority);
  let heard: { claims: ChallengeClaims; list: KeyListClaims } | undefined;
  const spy = vi.spyOn(authority, 'issueChallenge').mockImplementation(async (asked) => {
    const issued = await issue({ ...asked, ...order });
    const claims = Value.Parse(ChallengeClaims, claimsOf(issued.challenge));
    heard = { claims, list: Value.Parse(KeyListClaims, claimsOf(issued.keyList)) };
    return issued;
  });

  async function sealed(kind: SealedKind, plaintext: Uint8Array) {
    if (heard === undefined) throw new Error('no challenge was heard of');
    const { claims, list } = heard;
    const listed = list.seal.find(({ keyId }) => keyId === claims.sealKeyId);
    if (listed === undefined) throw new Error('a challenge without its key');
    const key = { ...listed, publicKey: decodeBase64url(listed.publicKey) };
    const context = sealContext(claims, kind);
    const envelope = await seal({ key, context, plaintext, random });
    const named = { ...own, thumbprint: context.deviceThumbprint };
    const of = { challengeId: claims.challengeId, kind };
    return { of, envelope, words: [saySealed(own, of, envelope), saySealed(named, of, envelope)] };
  }

  return {
    /** Sends what it sealed itself, with each word that it can come by; `heardWord`: that of the device for what it had sent. Answers the refusals. */
    async bring(kind: SealedKind, plaintext: Uint8Array, heardWord?: string): Promise<unknown[]> {
      const { of, envelope, words } = await sealed(kind, plaintext);
      const said = [];
      for (const word of heardWord === undefined ? words : [heardWord, ...words]) {
        const upload = { length: envelope.length, word, body: Readable.from([Buffer.from(envelope)]) };
        said.push(
          await relay(asId('chl', of.challengeId), kind, upload).then(
            () => 'taken',
            (fault: { code?: string }) => fault.code,
          ),
        );
      }
      return said;
    },
    stop: () => spy.mockRestore(),
  };
}
