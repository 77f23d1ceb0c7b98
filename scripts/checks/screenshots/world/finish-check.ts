import { Value } from 'typebox/value';
import { sealSample } from '../../../../miniprogram/src/attempt/05-seal.ts';
import { relay } from '../../../../miniprogram/src/attempt/06-relay.ts';
import { awaitResult } from '../../../../miniprogram/src/attempt/08-own-session.ts';
import { checkChallenge } from '../../../../miniprogram/src/attempt/check-challenge.ts';
import { checkWhoAsks } from '../../../../miniprogram/src/holder/who-asks.ts';
import { ChallengeAnswer } from '../../../../shared/contract/attempt/03-challenge.ts';
import { scriptAuthority } from '../../../stand-ins/phone/ask-sandbox.ts';
import type { Players } from './play-check.ts';

/**
 * Looks into the camera in the place of whoever holds the browser, by the challenge that it was answered: the program's phone has the same
 * device key. The check passes. @returns the session's id
 */
export async function finishCheck(
  { running, phone: { holder } }: Omit<Players, 'counter'>,
  answered: unknown,
): Promise<string> {
  const answer = Value.Parse(ChallengeAnswer, answered);
  const view = checkWhoAsks(holder, { ...answer.session, keyList: answer.keyList });
  await scriptAuthority(running, { name: 'stub-decision', sessionId: view.id, outcome: 'pass' });
  const checked = checkChallenge(holder, answer, { view, consent: { face: true, voice: true } });
  const jpeg = new Uint8Array(10_000).fill(9);
  const face = await sealSample(holder, checked, { kind: 'face', frames: [{ atMs: 0, prompt: null, jpeg }] });
  await awaitResult(holder, await relay(holder, view.id, 'face', face));
  return view.id;
}
