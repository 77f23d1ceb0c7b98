import { challenge } from '../../../miniprogram/src/attempt/03-challenge.ts';
import { sealSample } from '../../../miniprogram/src/attempt/05-seal.ts';
import { awaitResult } from '../../../miniprogram/src/attempt/08-own-session.ts';
import type { CheckedChallenge } from '../../../miniprogram/src/attempt/check-challenge.ts';
import type { ToldView } from '../../../miniprogram/src/holder/who-asks.ts';
import { claim } from '../../../miniprogram/src/verify/02-claim.ts';
import type { OpenSessionAnswer } from '../../../shared/contract/verify/01-open-session.ts';
import * as limits from '../../../shared/limits.ts';
import { encodeWav } from '../../../shared/sample/encode-wav.ts';
import type { OpenCounter } from './counter.fixture.ts';
import type { Phone } from './phone.fixture.ts';
import type { World } from './world.fixture.ts';

/** A check that a phone has claimed. */
export async function claimed(
  world: World,
  phone?: Phone,
  counter: OpenCounter = world.hotel,
  opened?: OpenSessionAnswer,
) {
  const taking = phone ?? (await world.citizen());
  const session =
    opened ?? (await (counter.id === world.shop.id ? counter.open('parcel', 'send') : counter.open()));
  const shown = await claim(taking.holder, counter.code(session));
  return { phone: taking, counter, session, shown, sessionId: shown.id };
}

export type Claimed = Awaited<ReturnType<typeof claimed>>;

/** The same check after its holder agreed, with a sealed sample of each kind. */
export async function challenged(world: World, phone?: Phone, counter?: OpenCounter) {
  const check = await claimed(world, phone, counter);
  return { ...check, ...(await agree(check)) };
}

export type Challenged = Awaited<ReturnType<typeof challenged>>;

/** Takes a challenge for the check and seals a face and a voice for it. */
export async function agree({ phone, shown }: Pick<Claimed, 'phone' | 'shown'>) {
  const { checked } = await challenge(phone.holder, { view: shown, consent: { face: true, voice: true } });
  return { checked, face: await sealedFace(phone, checked), voice: await sealedVoice(phone, checked) };
}

/** @param frames more of them make more chunks */
export async function sealedFace(
  { holder }: Phone,
  checked: CheckedChallenge,
  frames = 1,
): Promise<Uint8Array> {
  const jpeg = () => new Uint8Array(10_000).fill(9);
  const taken = Array.from({ length: frames }, (_, i) => ({ atMs: 250 * i, prompt: null, jpeg: jpeg() }));
  return (await sealSample(holder, checked, { kind: 'face', frames: taken })).envelope;
}

export async function sealedVoice({ holder }: Phone, checked: CheckedChallenge): Promise<Uint8Array> {
  const voice = {
    container: 'wav' as const,
    recording: encodeWav(new Int16Array(200).fill(3), limits.voiceRate),
  };
  return (await sealSample(holder, checked, { kind: 'voice', voice })).envelope;
}

/** Sends both samples of the check: it is now for the authority to decide. */
export async function sendSamples({ phone, sessionId, face, voice }: Challenged): Promise<void> {
  for (const [kind, envelope] of [['face', face] as const, ['voice', voice] as const]) {
    const answer = await phone.put(sessionId, kind, envelope);
    if (answer.status !== 202) throw new Error(`${kind}: ${answer.code}`);
  }
}

/** Waits, on the phone, for the end of the check. */
export function ended({ phone, shown }: Pick<Claimed, 'phone' | 'shown'>): Promise<ToldView> {
  return awaitResult(phone.holder, { ...shown, version: shown.version + 1, state: 'deciding' });
}

/** A whole check; answers how it ended. */
export async function checkThrough(world: World, phone?: Phone, counter?: OpenCounter) {
  const check = await challenged(world, phone, counter);
  await sendSamples(check);
  return { ...check, view: await ended(check) };
}
