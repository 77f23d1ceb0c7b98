import { isFinal } from '../../../../shared/sessions.ts';
import { Say } from '../../staff/say.tsx';
import { useWork } from '../at-work.tsx';
import type { AtWork } from '../call/shift.ts';
import type { Raise } from '../desk/to-check.ts';
import { useSecondShift } from '../desk/use-second-shift.ts';
import { KinFace } from '../family/kin-face.tsx';
import { KinStep } from '../family/kin-step.tsx';
import { CardStep } from '../steps/card-step.tsx';
import { DecideStep } from '../steps/decide-step.tsx';
import { Faces } from '../steps/faces.tsx';
import { PinStep } from '../steps/pin-step.tsx';
import { SecondStep } from '../steps/second-step.tsx';
import { SessionBar } from '../steps/session-bar.tsx';
import { Claimed, Deciding, Ready } from '../steps/waiting.tsx';
import { WordForm } from '../steps/word-form.tsx';

/** The desk: one session at a time, and of it the one step that it is at. */
export function Desk() {
  const { run } = useWork();
  const raise = run.raise();
  return (
    <>
      {run.isLost() ? (
        <p class="notice" id="lost" role="alert">
          <Say
            zh="连接中断，正在重新连接。显示的内容可能已过时；请不要让办理人离开。"
            en="Connection lost; trying again. What stands here may be out of date; ask the applicant to wait."
          />
        </p>
      ) : null}
      {raise === undefined ? <Ready /> : <Session key={raise.view.sessionId} raise={raise} />}
    </>
  );
}

function Session({ raise }: { raise: Raise }) {
  const { view } = raise;
  const second = useSecondShift(isFinal(view.state));
  if (view.state === 'open' || isFinal(view.state)) return <Faces raise={raise} />;
  const asksWord = view.word === 'awaited' || view.word === 'again';
  return (
    <>
      {asksWord ? <WordForm again={view.word === 'again'} /> : null}
      <StepOf raise={raise} asksWord={asksWord} second={second} />
      <SessionBar raise={raise} />
    </>
  );
}

function StepOf({
  raise,
  asksWord,
  second,
}: {
  raise: Raise;
  asksWord: boolean;
  second: (at: AtWork) => void;
}) {
  const { view } = raise;
  if (view.state === 'claimed') return <Claimed raise={raise} />;
  if (view.state === 'deciding') return <Deciding asksWord={asksWord} />;
  const { awaited = [] } = view;
  if (view.secondNeeded) return <SecondStep raise={raise} arrived={second} />;
  // Of a family: whose phone it is, then who the ward is.
  if (awaited.includes('card')) return <CardStep key={view.challenge?.slice(-20)} raise={raise} />;
  if (awaited.includes('kin-face')) return <KinFace key={view.challenge?.slice(-20)} raise={raise} />;
  if (awaited.includes('kin')) return <KinStep key={view.challenge?.slice(-20)} raise={raise} />;
  if (awaited.includes('pin')) return <PinStep raise={raise} />;
  return <DecideStep raise={raise} isReady={awaited.every((kind) => kind === 'officer-decision')} />;
}
