import type { Text } from '../../../../shared/text.ts';
import { Act } from '../../staff/parts/act.tsx';
import { Say, useSay } from '../../staff/say.tsx';
import { Step } from '../step.tsx';

/** Why nobody is at work here. */
export type Closed = 'not-yet' | 'enrolled' | 'ended' | 'idle' | 'day' | 'over';

const whys: Record<Closed, Text | undefined> = {
  'not-yet': undefined,
  enrolled: {
    zh: '通行密钥已登记。现在可以用它登录上班。',
    en: 'Your passkey is registered. You can begin a shift with it now.',
  },
  ended: { zh: '已下班。', en: 'The shift has ended.' },
  idle: {
    zh: '15 分钟没有操作，已自动下班。请重新登录。',
    en: 'Nothing was done for 15 minutes, and the shift has ended. Sign in again.',
  },
  day: {
    zh: '本次上班的时间已到，已自动下班。请重新登录。',
    en: 'The time of the shift was up. Sign in again.',
  },
  over: {
    zh: '本次上班已结束：您在别处登录了，或权限已变化。请重新登录；如仍不行，请联系管理员。',
    en: 'This shift is over: you signed in elsewhere, or your right to work here has changed. Sign in again; if that does not work, ask your administrator.',
  },
};

/** The closed door. */
export function SignIn({ why, signIn }: { why: Closed; signIn: () => Promise<void> }) {
  const { say } = useSay();
  const told = whys[why];
  return (
    <Step title={{ zh: '登录上班', en: 'Begin your shift' }} focus="sign-in">
      {told === undefined ? null : (
        <p class="notice" role={why === 'ended' ? 'status' : 'alert'}>
          {say(told)}
        </p>
      )}
      <p>
        <Say
          zh="请用您的通行密钥登录。设备会请您用指纹、面容或 PIN 确认是本人。"
          en="Sign in with your passkey. Your device will ask for your finger, face or PIN."
        />
      </p>
      <Act work={signIn} id="sign-in" main>
        <Say zh="通行密钥登录" en="Sign in with a passkey" />
      </Act>
      <p class="soft">
        <Say
          zh="您在别的电脑上还没下班的，会在那里自动下班。没有通行密钥？请管理员给您一个邀请链接。"
          en="A shift of yours on another computer ends there. No passkey? Ask your administrator for an invitation link."
        />
      </p>
    </Step>
  );
}
