import { useEffect, useMemo, useState } from 'preact/hooks';
import { isFinal } from '../../../../shared/sessions.ts';
import { Say } from '../../staff/say.tsx';
import { useWork } from '../at-work.tsx';
import { EndAct } from '../end-act.tsx';
import { ReadCard } from '../steps/card-step.tsx';
import { ChooseCheck } from './choose-check.tsx';
import { ChooseWay } from './choose-way.tsx';
import { Code, Result } from './faces.tsx';
import { GuestWord } from './guest-word.tsx';
import { Keypad } from './keypad.tsx';
import type { Assist, AssistRun } from './run-assist.ts';
import { runAssist } from './run-assist.ts';
import { SignStep } from './sign-step.tsx';
import { Speak } from './speak.tsx';

/** The desk of an attendant: one check at a time, and of it the one step that it is at. */
export function AssistDesk() {
  const work = useWork();
  const [, setChanges] = useState(0);
  const { at, clock, card, trust } = work;
  const run = useMemo(
    () => runAssist({ at, clock, card, trust }, () => setChanges((before) => before + 1)),
    [at, clock, card, trust],
  );
  useEffect(() => run.leave, [run]);
  const [byPhone, setByPhone] = useState(false);
  const on = run.on();
  if (on === undefined) return <ChooseCheck run={run} />;
  if (on.view !== undefined && isFinal(on.view.state)) return <Result on={on} run={run} />;
  if (on.view === undefined && on.opened !== undefined && byPhone)
    return <Code on={on} back={() => setByPhone(false)} />;
  return (
    <>
      <StepOf on={on} run={run} />
      {on.view === undefined && on.opened !== undefined ? (
        <button type="button" id="by-phone" class="quiet" onClick={() => setByPhone(true)}>
          <Say zh="对方想用手机？显示二维码" en="They would rather use a phone? Show the code" />
        </button>
      ) : null}
      <div class="session-bar">
        <span class="live">
          <Attempts on={on} />
        </span>
        <EndAct end={run.end} />
      </div>
    </>
  );
}

function StepOf({ on, run }: { on: Assist; run: AssistRun }) {
  const { view, told } = on;
  if (view === undefined || (view.state === 'claimed' && !on.compared))
    return (
      <ReadCard
        hint={{
          zh: '请收下身份证原件，放到读卡器上，或照着卡面输入。对方也可以自己用手机扫码。',
          en: 'Take the card itself: lay it on the reader, or type what is printed. They may scan with a phone instead.',
        }}
        means={{
          zh: '请与卡面核对。确认后，请对方选择怎样证明是本人。',
          en: 'Compare it with the print. Next they choose how to show that it is them.',
        }}
        go={{ zh: '一样，下一步', en: 'The same: go on' }}
        send={run.compare}
      />
    );
  if (view.state === 'claimed') return <ChooseWay attemptsLeft={view.attemptsLeft} begin={run.begin} />;
  if (view.state === 'deciding') return <GuestWord view={view} giveWord={run.giveWord} />;
  const { awaited = [] } = view;
  if (told === undefined) return <Lost run={run} />;
  if (awaited.includes('pin')) return <Keypad give={(pin) => run.give('pin', pin)} />;
  if (awaited.includes('voice'))
    return <Speak digits={told.claims.digits} give={(voice) => run.give('voice', voice)} />;
  return <SignStep isReady={awaited.every((kind) => kind === 'officer-decision')} sign={run.sign} />;
}

/** Nothing of the attempt is here: it was begun before a reload, or its challenge did not come through. */
function Lost({ run }: { run: AssistRun }) {
  return (
    <p class="notice" role="alert">
      <Say zh="这一次没有完成，请结束后重新开始。" en="This one was not finished: end it and begin anew." />{' '}
      <button type="button" id="leave" onClick={run.leave}>
        <Say zh="返回" en="Back" />
      </button>
    </p>
  );
}

function Attempts({ on: { view } }: { on: Assist }) {
  const left = view?.attemptsLeft;
  return left === undefined ? null : <Say zh={`还可以试 ${left} 次`} en={`${left} tries left`} />;
}
