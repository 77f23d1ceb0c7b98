import { Text as Words } from '@tarojs/components';
import { useState } from 'react';
import type { Text } from '../../../../shared/text.ts';
import type { HolderProblem } from '../../holder/holder-problem.ts';
import { asProblem, nextText, problemText } from '../../holder/holder-problem.ts';
import { loginBySms } from '../../login/01-login-by-sms.ts';
import { sendCode } from '../../login/01-send-code.ts';
import { openHolder } from '../../start/open-holder.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Steps } from '../../ui/steps.tsx';
import { uiTexts } from '../../ui/texts.ts';
import { useCountdown } from '../../ui/use-countdown.ts';
import { useSay } from '../../ui/use-say.ts';
import { texts } from './texts.ts';

const mobile = /^1[3-9][0-9]{9}$/;

/** H5: a phone number, and the digits of the message. */
export function SmsLogin({ onDone }: { onDone: () => void }) {
  const say = useSay();
  const [phone, setPhone] = useState('');
  const [code, setCode] = useState('');
  const [sent, setSent] = useState<{ digits: number }>();
  const [wrong, setWrong] = useState<'phone' | 'code'>();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<HolderProblem>();
  const [wait, startWait] = useCountdown();

  const carefully = (act: () => Promise<void>): void => {
    setProblem(undefined);
    setWrong(undefined);
    setBusy(true);
    act()
      .catch((cause: unknown) => {
        const found = asProblem(cause);
        setProblem(found);
        if (found.code === 'sms-too-many') startWait(found.retryAfter ?? 60);
        if (found.code === 'sms-code-over') setCode('');
      })
      .finally(() => setBusy(false));
  };
  const send = (): void => {
    if (!mobile.test(phone)) {
      setWrong('phone');
      return;
    }
    carefully(async () => {
      const { resendAfter, serverTime, digits } = await sendCode(await openHolder(), phone);
      startWait(Math.ceil((resendAfter - serverTime) / 1000));
      setCode('');
      setSent({ digits });
    });
  };
  const signIn = (): void => {
    if (!mobile.test(phone)) {
      setWrong('phone');
      return;
    }
    if (sent === undefined || code.length !== sent.digits) {
      setWrong('code');
      return;
    }
    carefully(async () => {
      const holder = await openHolder();
      await loginBySms(holder, { phone, code });
      onDone();
    });
  };

  /** What is wrong with the digits themselves stands at their field. */
  const ofDigits = problem?.code === 'sms-code-wrong' || problem?.code === 'sms-code-over';
  const refused = problem !== undefined && ofDigits ? say(whyAndWhat(problem)) : undefined;
  const sendLabel =
    wait > 0 ? `${wait} ${say(texts.seconds)}` : say(sent === undefined ? texts.send : texts.sendAgain);
  return (
    <>
      <Steps at={sent === undefined ? 1 : 2} of={2} />
      <Words>{say(texts.why)}</Words>
      <Field
        id="phone"
        label={say(texts.phone)}
        value={phone}
        type="number"
        fill="tel-national"
        longest={11}
        hint={say(texts.phoneHint)}
        wrong={wrong === 'phone' ? say(texts.phoneWrong) : undefined}
        onType={setPhone}
      />
      <ActionButton
        id="send-code"
        label={sendLabel}
        weight={sent === undefined ? 'strong' : 'plain'}
        disabled={busy || wait > 0}
        onTap={send}
      />
      {sent === undefined ? null : (
        <>
          {problem === undefined ? <Notice tone="information" text={say(texts.sent)} /> : null}
          <Field
            id="code"
            label={say(texts.code)}
            value={code}
            type="number"
            fill="one-time-code"
            longest={sent.digits}
            hint={say(texts.codeHint)}
            wrong={wrong === 'code' ? say(texts.codeWrong) : refused}
            onType={setCode}
          />
          <ActionButton
            id="sign-in"
            label={say(busy ? texts.working : texts.signIn)}
            disabled={busy}
            onTap={signIn}
          />
        </>
      )}
      {problem === undefined || refused !== undefined ? null : <ProblemNotice problem={problem} wordsOnly />}
      <Words className="footnote">{say(texts.takeover)}</Words>
      <Words className="footnote">{say(uiTexts.staffed)}</Words>
    </>
  );
}

function whyAndWhat(problem: HolderProblem): Text {
  const [why, what] = [problemText(problem.code), nextText(problem)];
  return { zh: `${why.zh}，${what.zh}`, en: `${why.en} ${what.en}` };
}
