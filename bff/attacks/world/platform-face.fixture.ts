import { Value } from 'typebox/value';
import { challenge } from '../../../miniprogram/src/attempt/03-challenge.ts';
import { checkBegun } from '../../../miniprogram/src/attempt/check-begun.ts';
import { FaceBeginAnswer } from '../../../shared/contract/attempt/04-platform-face.ts';
import { claimed, ended, sealedVoice } from './check.fixture.ts';
import type { Phone } from './phone.fixture.ts';
import type { World } from './world.fixture.ts';

/** A check whose holder agreed and whose face WeChat takes, with each call as it is. */
export async function faceAwaited(world: World, taking?: Phone) {
  const check = await claimed(world, taking);
  const { phone, sessionId, shown } = check;
  const { checked } = await challenge(phone.holder, { view: shown, consent: { face: true, voice: true } });
  if (!checked.claims.samples.includes('platform-face')) throw new Error('the phone is to take this face');
  const path = `/holder/v1/sessions/${sessionId}/platform-face`;
  const begin = async (code?: string) =>
    phone.ask('POST', path, { body: { code: code ?? (await world.wechat.mint(phone.account)) } });
  return {
    ...check,
    checked,
    begin,
    end: () => phone.ask('POST', `${path}/end`),
    /** Begins and answers the verify id. */
    async open(): Promise<string> {
      const { status, body } = await begin();
      if (status !== 201 || !Value.Check(FaceBeginAnswer, body)) throw new Error(`begin: ${status}`);
      return checkBegun(checked, body.begun ?? '').verifyId;
    },
    act: (verifyId: string, act: 'pass' | 'fail' | 'cancel') =>
      world.wechat.act({ verifyId, account: phone.account, act }),
    /** What is left of the check once the face has come; answers how it ended. */
    async finish(): Promise<string> {
      await phone.put(sessionId, 'voice', await sealedVoice(phone, checked));
      return (await ended({ phone, shown })).state;
    },
  };
}
