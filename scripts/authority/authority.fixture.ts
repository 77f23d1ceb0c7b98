import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InjectOptions } from 'fastify';
import { decodeBase64url } from '../../shared/bytes/base64url.ts';
import type { Random } from '../../shared/bytes/random.ts';
import { type SealedKind, sealedKinds } from '../../shared/challenge.ts';
import {
  type AuthorityChallengeBody,
  ChallengeClaims,
} from '../../shared/contract/authority/03-challenge.ts';
import { VerdictClaims } from '../../shared/contract/authority/07-verdict.ts';
import { KeyListClaims } from '../../shared/contract/authority/keys.ts';
import type { Registrant } from '../../shared/contract/authority/registration.ts';
import { newId } from '../../shared/ids.ts';
import { makeDeviceKey } from '../../shared/jws/make-device-key.ts';
import { thumbprint } from '../../shared/jws/thumbprint.ts';
import { verifyEs256 } from '../../shared/jws/verify-es256.ts';
import * as limits from '../../shared/limits.ts';
import { encodeWav } from '../../shared/sample/encode-wav.ts';
import { packCard } from '../../shared/sample/pack-card.ts';
import { packFace } from '../../shared/sample/pack-face.ts';
import { packIdentity } from '../../shared/sample/pack-identity.ts';
import { packKin } from '../../shared/sample/pack-kin.ts';
import { packPin } from '../../shared/sample/pack-pin.ts';
import { packVoice } from '../../shared/sample/pack-voice.ts';
import { seal } from '../../shared/seal/seal.ts';
import type { SealContext, SealKey } from '../../shared/seal/types.ts';
import { saySealed } from '../stand-ins/say-sealed.ts';
import { type AuthorityOptions, type BuiltAuthority, buildAuthority } from './build-authority.ts';
import { sealContext } from './challenge/seal-context.ts';
import { passingEngines } from './engines/passing-engines.fixture.ts';
import { check } from './http/check.ts';
import { registerCounter } from './registrar/register-counter.ts';

export const random: Random = (length) => new Uint8Array(randomBytes(length));
export const apiKey = 'test-key';
export const citizen = { name: '张三丰', idNumber: '990001199904121101', validUntil: 'long-term' };

/** The hotel of `verifyBody`. */
export const registrant: Registrant = {
  ...{
    rpId: 'rp_hotel',
    rpName: '测试酒店',
    counterId: 'cnt_hotel-1',
    counterName: '前台',
    place: '测试路 1 号',
  },
  scenes: ['hotel'],
  counterKey: 'k'.repeat(43),
};

/** An authority in a folder of its own, a clock that stands still, and a phone that talks to it without a BFF. */
export function startAuthority(changes: Partial<AuthorityOptions> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'lz-authority-'));
  const clock = { at: Date.parse('2026-11-21T08:00:00Z') };
  const warnings: string[] = [];
  const options: AuthorityOptions = {
    dataFolder: join(folder, 'data'),
    peopleFolders: [makePeople(join(folder, 'people'))],
    suite: 17,
    apiKey,
    bffId: 'bff_test',
    now: () => clock.at,
    random,
    engines: passingEngines(),
    warn: (what, facts) => warnings.push(`${what} ${JSON.stringify(facts)}`),
    ...changes,
  };
  let built: BuiltAuthority = buildAuthority(options);
  registerCounter(
    {
      ...{ keys: built.ports.keys, counters: built.ports.store.counters, now: options.now() },
      names: built.ports.store.names,
    },
    registrant,
  );

  const call = (request: InjectOptions) =>
    built.app.inject({
      remoteAddress: '127.0.0.1',
      ...request,
      headers: { authorization: `Bearer ${apiKey}`, ...request.headers },
    });

  return {
    clock,
    warnings,
    options,
    call,
    app: () => built.app,
    ports: () => built.ports,
    script: (payload: object) => call({ method: 'POST', url: '/sandbox/v1/script', payload }),
    async restart(replaced: Partial<AuthorityOptions> = {}) {
      await built.app.close();
      built = buildAuthority({ ...options, ...replaced });
    },
    async stop() {
      await built.app.close();
      rmSync(folder, { recursive: true });
    },
  };
}

export type Authority = ReturnType<typeof startAuthority>;

function makePeople(folder: string): string {
  mkdirSync(join(folder, 'p01'), { recursive: true });
  writeFileSync(join(folder, 'p01', 'id-photo.jpg'), 'photo of p01');
  const person = { id: 'p01', ...citizen, face: { idPhoto: 'id-photo.jpg' } };
  writeFileSync(join(folder, 'p01', 'person.json'), JSON.stringify(person));
  return folder;
}

/** Devices by their thumbprints, so that what they seal can be signed by their keys. */
const devices = new Map<string, ReturnType<typeof makeDevice>>();

/** A device with its key. */
export function makeDevice() {
  const { privateKey, publicJwk } = makeDeviceKey(random);
  const made = { privateKey, publicJwk, thumbprint: thumbprint(publicJwk) };
  devices.set(made.thumbprint, made);
  return made;
}

export const deviceThumbprint = makeDevice().thumbprint;

export function applyBody(changes: Partial<AuthorityChallengeBody> = {}): AuthorityChallengeBody {
  return {
    ceremony: 'apply',
    sessionId: newId('ses', random),
    attempt: 1,
    rpId: '',
    counterId: '',
    scene: '',
    level: 'basic',
    purpose: '',
    deviceThumbprint,
    consent: { face: true, voice: true },
    idPhoto: false,
    ...changes,
  };
}

export function verifyBody(
  credential: string,
  changes: Partial<AuthorityChallengeBody> = {},
): AuthorityChallengeBody {
  return {
    ceremony: 'verify',
    sessionId: newId('ses', random),
    attempt: 1,
    rpId: 'rp_hotel',
    counterId: 'cnt_hotel-1',
    scene: 'hotel',
    level: 'basic',
    purpose: 'check-in',
    deviceThumbprint,
    consent: { face: true, voice: true },
    credential,
    ...changes,
  };
}

export interface Issued {
  claims: ChallengeClaims;
  keys: KeyListClaims;
  sealKey: SealKey;
}

/** Asks for a challenge and checks both signatures as a phone does. @throws Error carrying the code of a refusal */
export async function askChallenge(authority: Authority, body: AuthorityChallengeBody): Promise<Issued> {
  const answer = await authority.call({ method: 'POST', url: '/v1/challenges', payload: body });
  const { challenge, keyList, code } = answer.json();
  if (answer.statusCode !== 201) throw new Error(code);
  const root = authority.ports().keys.root();
  const keys = check(KeyListClaims, verifyEs256({ jws: keyList, keyOf: () => root, type: 'lz-keys+jwt' }));
  const keyOf = (kid: string) => keys.sign.find((key) => key.kid === kid)?.jwk;
  const claims = check(ChallengeClaims, verifyEs256({ jws: challenge, keyOf, type: 'lz-challenge+jwt' }));
  const listed = keys.seal.find(({ keyId }) => keyId === claims.sealKeyId);
  if (listed === undefined) throw new Error('seal key not listed');
  return { claims, keys, sealKey: { ...listed, publicKey: decodeBase64url(listed.publicKey) } };
}

export const plainSamples: Record<SealedKind, Uint8Array> = {
  identity: packIdentity(citizen),
  'id-photo': new Uint8Array(100).fill(5),
  card: packCard({ ...citizen, validFrom: '2020-01-01', chip: null }),
  pin: packPin('271828'),
  kin: packKin({
    ...{ ward: { ...citizen, validFrom: '2020-01-01', chip: null }, document: 'birth', documentNumber: 'A1' },
    ...{ relation: 'child', scenes: ['hotel'], consents: false },
  }),
  'kin-face': packFace([{ atMs: 0, prompt: null, jpeg: new Uint8Array(100).fill(7) }]),
  face: packFace([{ atMs: 0, prompt: null, jpeg: new Uint8Array(100).fill(9) }]),
  voice: packVoice({ container: 'wav', recording: encodeWav(new Int16Array(30).fill(3), 16_000) }),
};

/** Seals a sample for its challenge, but for what the test changes. */
export function sealSample(
  { claims, sealKey }: Issued,
  kind: SealedKind,
  changes: Partial<SealContext> = {},
  plaintext = plainSamples[kind],
) {
  return seal({ key: sealKey, context: { ...sealContext(claims, kind), ...changes }, plaintext, random });
}

/** The word of a device that it sealed the envelope; of the one that is to bring the sample, unless told otherwise. */
export function wordFor(
  claims: ChallengeClaims,
  kind: SealedKind,
  envelope: Uint8Array,
  by: string = sealContext(claims, kind).deviceThumbprint,
): string {
  const device = devices.get(by);
  if (device === undefined) throw new Error('a device that was not made here');
  return saySealed(device, { challengeId: claims.challengeId, kind }, envelope);
}

/** @param word where it is another than that of the device which is to bring it */
export function putSample(
  authority: Authority,
  challengeId: string,
  kind: string,
  envelope: Uint8Array,
  word?: string,
) {
  const found = authority.ports().store.challenges.find(challengeId);
  const sealed = sealedKinds.find((known) => known === kind) ?? 'face';
  return authority.call({
    method: 'PUT',
    url: `/v1/challenges/${challengeId}/samples/${kind}`,
    payload: Buffer.from(envelope),
    headers: {
      'content-type': 'application/octet-stream',
      'sample-word': word ?? (found === undefined ? '' : wordFor(found.claims, sealed, envelope)),
    },
  });
}

/** Sends every sealed sample that the challenge awaits. */
export async function sendAll(
  authority: Authority,
  issued: Issued,
  plain: Partial<Record<SealedKind, Uint8Array>> = {},
): Promise<void> {
  for (const kind of sealedKinds.filter((kind) => issued.claims.samples.includes(kind))) {
    const envelope = await sealSample(issued, kind, {}, plain[kind]);
    const answer = await putSample(authority, issued.claims.challengeId, kind, envelope);
    if (answer.statusCode !== 202) throw new Error(answer.json().code);
  }
}

/** The verdict with its signature checked, or undefined. */
export async function readVerdict(
  authority: Authority,
  { claims }: Pick<Issued, 'claims'>,
  wait: number = limits.longPollSeconds,
): Promise<VerdictClaims | undefined> {
  const answer = await authority.call({
    method: 'GET',
    url: `/v1/challenges/${claims.challengeId}/verdict?wait=${wait}`,
  });
  if (answer.statusCode === 204) return undefined;
  const keyOf = (kid: string) =>
    authority
      .ports()
      .keys.list()
      .sign.find((key) => key.kid === kid)?.jwk;
  return check(VerdictClaims, verifyEs256({ jws: answer.json().verdict, keyOf, type: 'lz-verdict+jwt' }));
}

/** One whole attempt. */
export async function attempt(
  authority: Authority,
  body: AuthorityChallengeBody,
  plain: Partial<Record<SealedKind, Uint8Array>> = {},
): Promise<VerdictClaims> {
  const issued = await askChallenge(authority, body);
  await sendAll(authority, issued, plain);
  const verdict = await readVerdict(authority, issued);
  if (verdict === undefined) throw new Error('no verdict');
  return verdict;
}

/** Applies for a credential of `citizen` and returns its handle. */
export async function enrol(
  authority: Authority,
  changes: Partial<AuthorityChallengeBody> = {},
): Promise<string> {
  const { credential } = await attempt(authority, applyBody(changes));
  if (credential === undefined) throw new Error('not enrolled');
  return credential;
}
