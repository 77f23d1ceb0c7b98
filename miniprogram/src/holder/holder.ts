import { decodeBase64url, encodeBase64url } from '../../../shared/bytes/base64url.ts';
import { pooledRandom, type Random } from '../../../shared/bytes/random.ts';
import type { FaceTaker } from '../../../shared/challenge.ts';
import { makeDeviceKey } from '../../../shared/jws/make-device-key.ts';
import { type PublicJwk, publicJwkOf } from '../../../shared/jws/public-jwk.ts';
import { thumbprint } from '../../../shared/jws/thumbprint.ts';
import type { Text } from '../../../shared/text.ts';
import type { Platform } from '../platform/platform.ts';
import { HolderProblem } from './holder-problem.ts';
import { readNewestKeyList, type SeenKeyList } from './newest-key-list.ts';

/** The authority's root key as pinned in the package. A sandbox root vouches for sandbox keys only, and no other for them. */
export interface TrustAnchor {
  root: PublicJwk;
  sandbox: boolean;
}

/** This phone and its owner, as every step takes them. */
export interface Holder {
  readonly platform: Platform;
  /** Scheme and host of the BFF, no trailing slash. */
  readonly bffUrl: string;
  readonly trust: TrustAnchor;
  readonly device: { privateKey: Uint8Array; publicJwk: PublicJwk; thumbprint: string };
  /** A source with at least so many bytes read ahead for the caller alone. @throws HolderProblem randomness-missing */
  randomFor(length: number): Promise<Random>;
  /** What the last answers taught; the only member that changes. */
  readonly link: Link;
}

interface Link {
  accessToken?: string;
  /** How this phone logged in, to do it again when the token has run out. */
  logIn?: () => Promise<unknown>;
  loggingIn?: Promise<unknown>;
  /** Is told as this phone has logged in. */
  onLogin?: () => void;
  /** This phone was logged out: what still runs for this holder comes to nothing. */
  over?: true;
  /** This phone is erasing its account: that its place goes with it is no news. */
  erasing?: boolean;
  /** The BFF's newest DPoP nonce. */
  nonce?: string;
  /** Milliseconds by which the BFF's clock is ahead of the phone's, once an answer of it told. */
  clockAhead?: number;
  /** Who takes the face, as the BFF said at the login; it is told before consent is asked. */
  faceBy: FaceTaker;
  /** In which language the person is asked; Chinese until a page has said. */
  language?: keyof Text;
  /** The newest key list that this phone has seen of its authority. */
  newestKeyList: SeenKeyList;
}

/**
 * Starts from the phone's stored device key, or makes one. A stored text that is no key is replaced: the phone then
 * logs in as a new device.
 * @throws HolderProblem randomness-missing
 */
export async function startHolder(given: {
  platform: Platform;
  bffUrl: string;
  trust: TrustAnchor;
}): Promise<Holder> {
  const { platform } = given;
  const pool = pooledRandom((length) => platform.randomBytes(length));
  const randomFor = async (length: number): Promise<Random> => {
    await pool.refill(length).catch((cause: unknown) => {
      throw new HolderProblem('randomness-missing', { cause });
    });
    return pool.random;
  };
  const device = await loadDevice(platform, randomFor);
  const newestKeyList = await readNewestKeyList(platform.storage, given.trust.root);
  return { ...given, device, randomFor, link: { faceBy: 'phone', newestKeyList } };
}

async function loadDevice(platform: Platform, randomFor: Holder['randomFor']): Promise<Holder['device']> {
  const stored = readKey(await platform.storage.read('device-key'));
  if (stored !== undefined) return stored;
  const { privateKey, publicJwk } = makeDeviceKey(await randomFor(48));
  await platform.storage.write('device-key', encodeBase64url(privateKey));
  return { privateKey, publicJwk, thumbprint: thumbprint(publicJwk) };
}

function readKey(text: string | undefined): Holder['device'] | undefined {
  if (text === undefined) return undefined;
  try {
    const privateKey = decodeBase64url(text);
    const publicJwk = publicJwkOf(privateKey);
    return { privateKey, publicJwk, thumbprint: thumbprint(publicJwk) };
  } catch {
    return undefined;
  }
}
