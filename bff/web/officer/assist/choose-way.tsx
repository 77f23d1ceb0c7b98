import { consentVersion } from '../../../../shared/consent/consent-forms.ts';
import { textsAtCounter } from '../../../../shared/consent/texts-at-counter.ts';
import type { AssistChallengeBody } from '../../../../shared/contract/assist/03-challenge.ts';
import * as limits from '../../../../shared/limits.ts';
import { Act } from '../../staff/parts/act.tsx';
import { Say, useSay } from '../../staff/say.tsx';
import { Step } from '../step.tsx';

/** The guest chooses how to show that the card is theirs. To speak is to consent to the voice, and is asked as that. */
export function ChooseWay({
  attemptsLeft,
  begin,
}: {
  attemptsLeft: number | undefined;
  begin: (chosen: AssistChallengeBody) => Promise<void>;
}) {
  const { language } = useSay();
  const isAgain = attemptsLeft !== undefined && attemptsLeft < limits.attemptsPerSession;
  return (
    <Step
      title={{ zh: '请把屏幕转向对方，由本人选择', en: 'Turn the screen to them: they choose' }}
      hint={{
        zh: '两种办法一样有效，随您选。',
        en: 'Both count the same: choose the one that you like.',
      }}
      focus="way-pin"
    >
      {isAgain ? (
        <p class="notice" role="alert">
          <Say
            zh="刚才没有对上，可以再试，也可以换一种办法。密码连续输错 5 次会锁住，要到受理点重设。"
            en="It did not fit. Try again, or choose the other way. A PIN that was wrong five times is locked until an acceptance point sets another."
          />
        </p>
      ) : null}
      <div class="ways">
        <section class="way">
          <h2>
            <Say zh="输入 6 位密码" en="Type your PIN" />
          </h2>
          <p>
            <Say
              zh="您在受理点设的密码。屏幕不显示数字，工作人员看不到，这里也不留。"
              en="The six digits that you set at an acceptance point. They are not shown; the staff does not see them, and nothing of them stays here."
            />
          </p>
          <Act work={() => begin({ voice: false })} id="way-pin" main>
            <Say zh="输入密码" en="Type the PIN" />
          </Act>
        </section>
        <section class="way">
          <h2>
            <Say {...textsAtCounter.assist.voice.title} />
          </h2>
          <p>
            <Say {...textsAtCounter.assist.voice.words} />
          </p>
          <Act
            work={() => begin({ voice: true, text: { version: consentVersion, language } })}
            id="way-voice"
            main
          >
            <Say zh="同意，念数字" en="I agree: say digits" />
          </Act>
        </section>
      </div>
    </Step>
  );
}
