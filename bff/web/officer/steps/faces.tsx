import { useEffect, useRef } from 'preact/hooks';
import { referenceOf } from '../../../../shared/reference.ts';
import type { SessionState } from '../../../../shared/sessions.ts';
import type { Text } from '../../../../shared/text.ts';
import { type SymbolName, symbolSvg } from '../../../../shared/ui/symbols.ts';
import { ageOf } from '../../desk/age.ts';
import { codeAt } from '../../desk/face/show-code.ts';
import { timeLeft } from '../../desk/face/time-left.ts';
import { drawInto } from '../../kit/element.ts';
import { Act } from '../../staff/parts/act.tsx';
import { Say, useSay } from '../../staff/say.tsx';
import { useTick, useWork } from '../at-work.tsx';
import { type Raise, toCheck } from '../desk/to-check.ts';
import { deskWords, workOf } from '../desk/work-words.ts';
import { Slip } from '../family/slip.tsx';
import { GuestFace } from '../guest-face.tsx';
import { Step } from '../step.tsx';

interface Told {
  sign: SymbolName;
  title: Text;
  hint: Text;
}

const begin: Text = {
  zh: '没有得出结果，可以请同一位重新开始。',
  en: 'There is no result. The same person can begin anew.',
};
const told: Partial<Record<SessionState, Told>> = {
  open: {
    sign: 'scan',
    title: { zh: '请办理人扫码', en: 'Ask the applicant to scan' },
    hint: { zh: '其余在对方自己的手机上完成。', en: 'The rest is done on their own phone.' },
  },
  'in-review': {
    sign: 'information',
    title: { zh: '等待另一位受理员复核', en: 'Waits for another officer' },
    hint: {
      zh: '网证暂时不变，手机上写着怎么办。请告诉对方：复核后手机会收到结果，不用在这里等。请归还身份证。',
      en: 'The credential stays as it is for now, and their phone says what to do. Tell them: the phone will hear of it after the review; they need not wait here. Give the card back.',
    },
  },
  cancelled: { sign: 'information', title: { zh: '本次已结束', en: 'Ended' }, hint: begin },
  expired: { sign: 'information', title: { zh: '时间到了', en: 'Out of time' }, hint: begin },
  aborted: { sign: 'information', title: { zh: '没有完成', en: 'Not finished' }, hint: begin },
};
const unknown: Told = { sign: 'information', title: { zh: '没有完成', en: 'Not finished' }, hint: begin };

function toldOf(view: Raise['view']): Told {
  const words = deskWords[workOf(view)];
  switch (view.state) {
    case 'passed':
      return { sign: 'tick', ...words.passed };
    case 'failed':
      return { sign: 'cross', ...words.failed };
    case 'declined':
      return { sign: 'person', ...words.declined };
    default:
      return told[view.state] ?? unknown;
  }
}

/** The code, and at the end the result, in colour over the whole screen while both look: the applicant's face above, the officer's words below. */
export function Faces({ raise }: { raise: Raise }) {
  const { run, clock, at, refresh, trust } = useWork();
  const { language, say } = useSay();
  useTick(1000);
  const { view, endedAt, opened } = raise;
  const { sign, title, hint } = toldOf(view);
  const isOpen = view.state === 'open';
  const check = toCheck(raise, at.claims.counterId);
  const now = clock.now();
  const left = timeLeft(check.view, now);
  const holder = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (holder.current !== null) drawInto(holder.current, symbolSvg(sign));
  }, [sign]);
  useEffect(() => {
    if (!isOpen) void refresh().catch(() => undefined);
  }, [isOpen, refresh]);
  return (
    <div id="check" class="faces" data-state={view.state}>
      <GuestFace check={check} clock={clock} />
      <section class="strip" aria-label={say({ zh: '受理员', en: 'Officer' })}>
        <div class="now">
          <span class="sign" ref={holder} />
          <div>
            <Step key={view.state} title={title} hint={hint} {...(!isOpen && { focus: 'next' })} />
          </div>
        </div>
        <p class="facts-of-session live">
          <span>
            <Say zh="编号" en="Reference" /> {referenceOf(view.sessionId)}
          </span>
          {endedAt === undefined ? null : <span>{ageOf(endedAt, now).ago[language]}</span>}
          <strong class={left?.soon ? 'soon' : ''}>{left?.words[language] ?? ''}</strong>
        </p>
        <div class="buttons">
          {isOpen ? (
            <Act work={run.end} id="end">
              <Say zh="结束本次" en="End this one" />
            </Act>
          ) : (
            <>
              <Act work={run.begin} id="next" main>
                <Say zh="请下一位" en="Next person" />
              </Act>
              <Slip raise={raise} />
              <button type="button" id="clear" onClick={run.leave}>
                <Say zh="清屏" en="Clear the screen" />
              </button>
            </>
          )}
          {isOpen && trust.sandbox && opened !== undefined && now !== undefined ? (
            <a id="open-here" href={codeAt(opened, now)} target="_blank" rel="noopener">
              <Say zh="演示：在这台电脑上打开" en="Demonstration: open on this computer" />
            </a>
          ) : null}
        </div>
      </section>
    </div>
  );
}
