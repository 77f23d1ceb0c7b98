import { encodeBase64url } from '../../../shared/bytes/base64url.ts';
import type { Random } from '../../../shared/bytes/random.ts';
import { ceremonies } from '../../../shared/ceremonies.ts';
import type { CeremonyRules } from '../../../shared/ceremony-rules.ts';
import type {
  AuthorityChallengeBody,
  ChallengeClaims,
} from '../../../shared/contract/authority/03-challenge.ts';
import type { BegunFaceClaims } from '../../../shared/contract/authority/04-platform-face.ts';
import type { VerdictClaims } from '../../../shared/contract/authority/07-verdict.ts';
import type { KeyListClaims, PublicJwk } from '../../../shared/contract/authority/keys.ts';
import type { ReceiptClaims } from '../../../shared/contract/authority/receipts.ts';
import type {
  Registrant,
  RegistrarClaims,
  RegistrationClaims,
} from '../../../shared/contract/authority/registration.ts';
import { newId } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import { samplesOf } from '../../../shared/samples-of.ts';

/** A P-256 key, with the cryptography of whoever holds it. */
export interface SigningKey {
  jwk: PublicJwk;
  /** A compact JWS (RFC 7515) by this key; `alg` is ES256 where the header does not say otherwise. */
  sign(header: Readonly<{ typ: string; [member: string]: unknown }>, claims: object): string;
}

export interface NamedKey extends SigningKey {
  kid: string;
}

export interface StandInOptions {
  issuer: string;
  bffId: string;
  /** Epoch milliseconds. */
  now: () => number;
  random: Random;
  root: SigningKey;
  /** Signs all but the key list. */
  signing: NamedKey;
  sealing: KeyListClaims['seal'][number];
}

/** What an authority signs, by its `typ`. */
interface Signed {
  'lz-keys+jwt': KeyListClaims;
  'lz-challenge+jwt': ChallengeClaims;
  'lz-platform-face+jwt': BegunFaceClaims;
  'lz-verdict+jwt': VerdictClaims;
  'lz-receipt+jwt': ReceiptClaims;
  'lz-registrar+jwt': RegistrarClaims;
  'lz-registration+jwt': RegistrationClaims;
}

/** What the root signs itself. */
const byRoot = new Set<keyof Signed>(['lz-keys+jwt', 'lz-registrar+jwt']);

const piDigits = '314159265358979323846264338327';

/**
 * What an authority says that does everything right and passes everybody: it looks at no sample. Prompts and digits are always the
 * same. `changed` claims, another key, or a header of one's own (by the key itself) make it do something wrong. It needs nothing
 * but `shared`, so that it plays on a bare phone too.
 */
export function standInAuthority({ issuer, bffId, now, random, root, signing, sealing }: StandInOptions) {
  const issued = () => ({ iss: issuer, iat: Math.floor(now() / 1000), sandbox: true });

  /** What it calls each counter that it has said something about. */
  const names = new Map<string, string>();

  return {
    /** Its registrar signs by the key that signs all the rest. */
    registrarClaims(changed: Partial<RegistrarClaims> = {}): RegistrarClaims {
      const exp = issued().iat + limits.registrarLifetime / 1000;
      return { ...issued(), exp, kid: signing.kid, jwk: signing.jwk, ...changed };
    },

    registrationClaims(
      registrant: Registrant,
      changed: Partial<RegistrationClaims> = {},
    ): RegistrationClaims {
      names.set(registrant.counterId, registrant.rpName);
      const exp = issued().iat + limits.registrationLifetime / 1000;
      return { ...issued(), exp, ...registrant, ...changed };
    },

    keyListClaims(changed: Partial<KeyListClaims> = {}): KeyListClaims {
      const { iss, iat, sandbox } = issued();
      return {
        ...{ iss, version: 1, iat, exp: iat + limits.keyListLifetime / 1000, sandbox },
        sign: [{ kid: signing.kid, jwk: signing.jwk }],
        former: [],
        seal: [sealing],
        registrars: [signing.kid],
        ...changed,
      };
    },

    challengeClaims(asked: AuthorityChallengeBody, changed: Partial<ChallengeClaims> = {}): ChallengeClaims {
      const { iss, iat, sandbox } = issued();
      const { ceremony, sessionId, rpId, counterId, scene, level, purpose, deviceThumbprint } = asked;
      const rpName = names.get(counterId) ?? '';
      const rules: CeremonyRules = ceremonies[ceremony];
      const byPlatform = (asked.faceBy ?? 'phone') !== 'phone';
      const lifetime = byPlatform ? limits.platformChallengeLifetime : rules.challengeLifetime;
      const { digits } = rules;
      const agreed = { voice: asked.consent.voice, idPhoto: asked.idPhoto ?? false };
      return {
        ...{ ceremony, sessionId, rpId, rpName, counterId, scene, level, purpose, deviceThumbprint },
        ...{ iss, iat, exp: iat + lifetime / 1000, sandbox },
        challengeId: newId('chl', random),
        nonce: encodeBase64url(random(32)),
        prompts: ['nod', 'turn-left'],
        digits:
          digits.kind === 'drawn' ? piDigits.slice(0, digits.count) : '0123456789'.repeat(digits.rounds),
        samples: samplesOf(rules, agreed).map((kind) =>
          kind === 'face' && byPlatform ? 'platform-face' : kind,
        ),
        sealKeyId: sealing.keyId,
        ...changed,
      };
    },

    begunFaceClaims(
      { challengeId, nonce }: ChallengeClaims,
      verifyId: string,
      changed: Partial<BegunFaceClaims> = {},
    ): BegunFaceClaims {
      return { ...issued(), challengeId, nonce, verifyId, ...changed };
    },

    verdictClaims(
      { ceremony, challengeId, sessionId, nonce, level }: ChallengeClaims,
      changed: Partial<VerdictClaims> = {},
    ): VerdictClaims {
      const outcome = changed.outcome ?? 'pass';
      const brings = outcome === 'pass' && ceremonies[ceremony].passBrings === 'credential';
      return {
        ...{ ...issued(), aud: bffId, challengeId, sessionId, nonce, outcome, level, hints: [] },
        ...(brings ? { credential: newId('crd', random) } : {}),
        ...changed,
      };
    },

    /** @param by the key of an authority that does everything right, unless another is given */
    sign<Typ extends keyof Signed>(
      typ: Typ,
      claims: Signed[Typ],
      by: NamedKey = byRoot.has(typ) ? { ...root, kid: 'root' } : signing,
    ): string {
      return by.sign({ typ, kid: by.kid }, claims);
    },
  };
}
