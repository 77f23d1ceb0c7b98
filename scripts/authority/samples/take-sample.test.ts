import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SealedKind } from '../../../shared/challenge.ts';
import * as limits from '../../../shared/limits.ts';
import type { SealContext } from '../../../shared/seal/types.ts';
import { saySealed } from '../../stand-ins/say-sealed.ts';
import {
  type Authority,
  applyBody,
  askChallenge,
  type Issued,
  makeDevice,
  plainSamples,
  putSample,
  readVerdict,
  sealSample,
  sendAll,
  startAuthority,
  wordFor,
} from '../authority.fixture.ts';

let authority: Authority;
let issued: Issued;
beforeEach(async () => {
  authority = startAuthority();
  issued = await askChallenge(authority, applyBody());
});
afterEach(() => authority.stop());

const put = async (kind: SealedKind, envelope: Uint8Array) => {
  const answer = await putSample(authority, issued.claims.challengeId, kind, envelope);
  return { status: answer.statusCode, ...answer.json() };
};

describe('a sample', () => {
  it('is taken in any order, and the answer says what is still awaited', async () => {
    expect(await put('voice', await sealSample(issued, 'voice'))).toEqual({
      status: 202,
      awaited: ['identity', 'face'],
    });
    expect(await put('face', await sealSample(issued, 'face'))).toEqual({
      status: 202,
      awaited: ['identity'],
    });
    expect(await put('identity', await sealSample(issued, 'identity'))).toEqual({ status: 202, awaited: [] });
  });

  it('is answered the same again when the same bytes come again, even after the verdict', async () => {
    const envelope = await sealSample(issued, 'face');
    const first = await put('face', envelope);
    expect(await put('face', envelope)).toEqual(first);
    await put('identity', await sealSample(issued, 'identity'));
    await put('voice', await sealSample(issued, 'voice'));
    await readVerdict(authority, issued);
    expect(await put('face', envelope)).toEqual(first);
  });

  it('is refused when other bytes come after the accepted ones', async () => {
    await put('face', await sealSample(issued, 'face'));
    expect(await put('face', await sealSample(issued, 'face'))).toMatchObject({
      status: 409,
      code: 'sample-not-awaited',
    });
  });

  it('is refused when the challenge does not ask for its kind', async () => {
    const envelope = await sealSample({ ...issued }, 'id-photo', { sequence: 1 });
    expect((await put('id-photo', envelope)).code).toBe('sample-not-awaited');
  });

  it('is refused when the challenge has run out', async () => {
    const envelope = await sealSample(issued, 'face');
    authority.clock.at += limits.applyChallengeLifetime;
    expect(await put('face', envelope)).toMatchObject({ status: 410, code: 'challenge-expired' });
  });

  const moved: [string, Partial<SealContext>][] = [
    ['another session', { binding: new Uint8Array(32) }],
    ['another challenge', { challengeId: `chl_${'A'.repeat(22)}` }],
    ['another nonce', { nonce: new Uint8Array(32) }],
    ['another device', { deviceThumbprint: 'A'.repeat(43) }],
    ['another ceremony', { ceremony: 'verify' }],
    ['another kind', { kind: 'voice' }],
    ['another place', { sequence: 1 }],
    ['another number of samples', { total: 2 }],
  ];
  it.each(moved)('sealed for %s is refused', async (_what, changes) => {
    const envelope = await sealSample(issued, 'face', changes, plainSamples.face);
    expect(await put('face', envelope)).toMatchObject({ status: 422, code: 'sample-refused' });
  });

  it('that no device says to have sealed, or another than the one that is to bring it, is refused: anybody can seal', async () => {
    const envelope = await sealSample(issued, 'face');
    const { claims } = issued;
    const other = makeDevice();
    const by = (word: string) => putSample(authority, claims.challengeId, 'face', envelope, word);
    expect((await by('')).json().code).toBe('request-invalid');
    // Its own key, and its own key under the name of the phone.
    const named = { ...other, thumbprint: claims.deviceThumbprint };
    const foreign = saySealed(named, { challengeId: claims.challengeId, kind: 'face' }, envelope);
    for (const word of [wordFor(claims, 'face', envelope, other.thumbprint), foreign])
      expect((await by(word)).json().code).toBe('sample-refused');
    expect((await by(wordFor(claims, 'face', envelope))).statusCode).toBe(202);
  });

  it('is refused with the word for another challenge, for another kind, or for other bytes', async () => {
    const envelope = await sealSample(issued, 'face');
    const elsewhere = (await askChallenge(authority, applyBody())).claims;
    const words = [
      wordFor(elsewhere, 'face', envelope),
      wordFor(issued.claims, 'voice', envelope),
      wordFor(issued.claims, 'face', await sealSample(issued, 'face')),
    ];
    for (const word of words) {
      const answer = await putSample(authority, issued.claims.challengeId, 'face', envelope, word);
      expect(answer.json().code).toBe('sample-refused');
    }
    expect(authority.ports().store.samples.of(issued.claims.challengeId)).toEqual([]);
  });

  it('sealed to a key that the challenge does not name is refused, though the authority has it', async () => {
    const other = issued.keys.seal.find(({ suite }) => suite !== issued.sealKey.suite);
    if (other === undefined) throw new Error('one suite only');
    const publicKey = new Uint8Array(Buffer.from(other.publicKey, 'base64url'));
    const envelope = await sealSample({ ...issued, sealKey: { ...other, publicKey } }, 'face');
    expect((await put('face', envelope)).code).toBe('sample-refused');
  });

  it('that was changed on its way is refused, and the right one is taken afterwards', async () => {
    const envelope = await sealSample(issued, 'face');
    const changed = envelope.with(envelope.length - 1, (envelope.at(-1) ?? 0) ^ 1);
    expect((await put('face', changed)).code).toBe('sample-refused');
    expect((await put('face', envelope.slice(0, -1))).code).toBe('sample-refused');
    expect((await put('face', envelope)).status).toBe(202);
  });

  it('that opens but is no sample of its kind is refused', async () => {
    const envelope = await sealSample(issued, 'face', {}, new Uint8Array(500));
    expect((await put('face', envelope)).code).toBe('sample-refused');
  });

  it('that is an ID photo of the size that the phone lets through is taken, and a larger one is not', async () => {
    issued = await askChallenge(authority, applyBody({ idPhoto: true }));
    const larger = await sealSample(issued, 'id-photo', {}, new Uint8Array(limits.idPhoto + 1));
    expect((await put('id-photo', larger)).code).toBe('sample-refused');
    const photo = await sealSample(issued, 'id-photo', {}, new Uint8Array(limits.idPhoto));
    expect((await put('id-photo', photo)).status).toBe(202);
  });

  it('that is too large, too small, of another type or without a length is refused', async () => {
    expect((await put('face', new Uint8Array(limits.sampleEnvelope + 1))).code).toBe('body-too-large');
    expect((await put('face', new Uint8Array(100))).code).toBe('body-too-small');
    const url = `/v1/challenges/${issued.claims.challengeId}/samples/face`;
    const payload = JSON.stringify({ padding: ' '.repeat(limits.sampleEnvelopeMin) }).slice(0, 16 * 1024);
    const typed = await authority.call({
      method: 'PUT',
      url,
      payload,
      headers: { 'content-type': 'text/plain' },
    });
    expect(typed.json().code).toBe('content-type-unsupported');
    const chunked = await authority.call({
      method: 'PUT',
      url,
      headers: { 'content-type': 'application/octet-stream', 'transfer-encoding': 'chunked' },
    });
    expect(chunked.json().code).toBe('length-required');
  });

  it('is in memory until the decision only, and never on the disk', async () => {
    const { heldSamples } = authority.ports();
    await put('face', await sealSample(issued, 'face'));
    const held = heldSamples.take(issued.claims.challengeId);
    expect([...held.keys()]).toEqual(['face']);
    heldSamples.put(
      issued.claims.challengeId,
      'face',
      held.get('face') ?? new Uint8Array(),
      authority.clock.at,
    );
    heldSamples.sweep(authority.clock.at + 1);
    expect(held.get('face')?.every((byte) => byte === 0)).toBe(true);
    expect(heldSamples.take(issued.claims.challengeId).size).toBe(0);
  });

  it('is overwritten after the decision', async () => {
    const { heldSamples } = authority.ports();
    let held: Uint8Array | undefined;
    const { put: keep } = heldSamples;
    heldSamples.put = (challengeId, kind, plain, expiresAt) => {
      held = plain;
      keep(challengeId, kind, plain, expiresAt);
    };
    await sendAll(authority, issued);
    await readVerdict(authority, issued);
    expect(held?.length).toBe(plainSamples.voice.length);
    expect(held?.every((byte) => byte === 0)).toBe(true);
  });
});
