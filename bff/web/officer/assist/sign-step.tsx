import { useState } from 'preact/hooks';
import type { RaiseDecision } from '../../../../shared/raise/decision.ts';
import type { Text } from '../../../../shared/text.ts';
import { useAct } from '../../staff/parts/act.tsx';
import { Problem } from '../../staff/parts/problem.tsx';
import { Say, useSay } from '../../staff/say.tsx';
import { Step } from '../step.tsx';
import { Choice, yesNo } from '../steps/choice.tsx';
import { SignButton } from '../steps/sign-button.tsx';

const answerFirst: Text = { zh: '请先回答这个问题', en: 'Answer this question first' };

/** What the attendant sees, signed by their passkey over the card and all that the guest gave. @param isReady all of that has come */
export function SignStep({
  isReady,
  sign,
}: {
  isReady: boolean;
  sign: (decision: RaiseDecision) => Promise<void>;
}) {
  const { say } = useSay();
  const { act, working, refused } = useAct();
  const [matches, setMatches] = useState<boolean>();
  const [genuine, setGenuine] = useState<boolean>();
  const [asked, setAsked] = useState(false);
  function submit(): void {
    setAsked(true);
    if (matches === undefined || genuine === undefined || !isReady) return;
    const common = { cardGenuine: genuine, faceUnnatural: false };
    const decision: RaiseDecision =
      matches && genuine
        ? { ...common, outcome: 'pass' }
        : { ...common, outcome: 'refuse', doubt: matches ? 'card-looks-altered' : 'face-differs' };
    void act(() => sign(decision));
  }
  const lack = (value: boolean | undefined) => (asked && value === undefined ? answerFirst : undefined);
  return (
    <Step
      title={{ zh: '请您看一眼，用通行密钥确认', en: 'Look, and confirm with your passkey' }}
      hint={{
        zh: '请把屏幕转回来，看着面前的人和身份证回答。',
        en: 'Turn the screen back, and look at the person and the card as you answer.',
      }}
      focus="matches-true"
    >
      <form
        id="sign"
        aria-label={say({ zh: '协助员的确认', en: 'The attendant’s word' })}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Choice
          field="matches"
          question={{
            zh: '面前的人与身份证照片是同一人吗？',
            en: 'Is the person before you the one on the card?',
          }}
          options={yesNo({ zh: '是同一人', en: 'Yes' }, { zh: '不像', en: 'No' })}
          chosen={matches}
          choose={setMatches}
          lack={lack(matches)}
        />
        <Choice
          field="genuine"
          question={{ zh: '身份证看起来是真的吗？', en: 'Does the card look genuine?' }}
          options={yesNo({ zh: '是真的', en: 'Yes' }, { zh: '可疑', en: 'No' })}
          chosen={genuine}
          choose={setGenuine}
          lack={lack(genuine)}
        />
        {refused === undefined ? null : <Problem refused={refused} />}
        <SignButton id="sign-send" working={working} isReady={isReady} />
      </form>
      <p class="soft">
        <Say
          zh="不能为自己或家人确认。为什么不刷脸，不用问，也不记录。"
          en="Nobody confirms themselves or their family. Why no face is shown is not asked, and not written down."
        />
      </p>
    </Step>
  );
}
