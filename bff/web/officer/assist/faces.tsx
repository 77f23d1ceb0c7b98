import { useEffect, useRef } from 'preact/hooks';
import type { OfficerView } from '../../../../shared/contract/raise/officer-view.ts';
import { referenceOf } from '../../../../shared/reference.ts';
import { counterStates } from '../../../../shared/sessions.ts';
import type { Text } from '../../../../shared/text.ts';
import { type SymbolName, symbolSvg } from '../../../../shared/ui/symbols.ts';
import { ageOf } from '../../desk/age.ts';
import type { SharedCheck } from '../../desk/check.ts';
import { codeAt } from '../../desk/face/show-code.ts';
import { drawInto } from '../../kit/element.ts';
import { playTone } from '../../kit/play-tone.ts';
import { Say, useSay } from '../../staff/say.tsx';
import { useTick, useWork } from '../at-work.tsx';
import { GuestFace } from '../guest-face.tsx';
import { readKept } from '../kept.ts';
import { Step } from '../step.tsx';
import type { Assist, AssistRun } from './run-assist.ts';

interface Told {
  sign: SymbolName;
  title: Text;
  hint: Text;
}

const told: Partial<Record<OfficerView['state'], Told>> = {
  passed: {
    sign: 'tick',
    title: { zh: '通过', en: 'Passed' },
    hint: {
      zh: '柜台已收到结果，与刷脸的一样。请归还身份证。',
      en: 'The counter has the result, the same as with a face. Give the card back.',
    },
  },
  failed: {
    sign: 'cross',
    title: { zh: '未通过', en: 'Not passed' },
    hint: {
      zh: '可能是密码或声音没对上，或者网证、身份证已失效，这里不知道是哪一样。对方可以到受理点重设密码，或按柜台自己的办法办。请归还身份证。',
      en: 'The PIN or the voice may not fit, or the credential or the card be void: which it was is not known here. They can have the PIN set anew at an acceptance point, or the counter serves them in its own way. Give the card back.',
    },
  },
};
const unfinished: Told = {
  sign: 'information',
  title: { zh: '没有办完', en: 'Not finished' },
  hint: {
    zh: '没有得出结果，可以重新开始。请归还身份证。',
    en: 'There is no result; it can be begun anew. Give the card back.',
  },
};

/** The check as the two faces of a counter show it. */
function checkOf({ sessionId, asked, opened, view, endedAt }: Assist, counterId: string): SharedCheck {
  const { scene, purpose, level, openedAt } = asked;
  const state =
    counterStates.find((known) => known === view?.state) ?? (view === undefined ? 'open' : 'claimed');
  return {
    ...{ counterId, purpose },
    view: { sessionId, version: view?.version ?? 1, state, scene, level, openedAt },
    ...(opened !== undefined && { opened }),
    ...(endedAt !== undefined && { endedAt }),
  };
}

/** As long as nobody has taken it a phone may: its code for the guest, and the way back to the card. */
export function Code({ on, back }: { on: Assist; back: () => void }) {
  const { clock, at, trust } = useWork();
  const { say } = useSay();
  useTick(1000);
  const now = clock.now();
  return (
    <div id="check" class="faces" data-state="open">
      <GuestFace check={checkOf(on, at.claims.counterId)} clock={clock} />
      <section class="strip" aria-label={say({ zh: '协助员', en: 'Attendant' })}>
        <div class="now">
          <div>
            <Step
              title={{ zh: '请对方扫码', en: 'Ask them to scan' }}
              hint={{
                zh: '扫了码，其余在对方手机和柜台上完成，这里可以接待下一位。',
                en: 'Once they have scanned, the rest is done on their phone and at the counter: you can see to the next.',
              }}
              focus="back-to-card"
            />
          </div>
        </div>
        <div class="buttons">
          <button type="button" id="back-to-card" class="main" onClick={back}>
            <Say zh="改用身份证" en="With the ID card instead" />
          </button>
          {trust.sandbox && on.opened !== undefined && now !== undefined ? (
            <a id="open-here" href={codeAt(on.opened, now)} target="_blank" rel="noopener">
              <Say zh="演示：在这台电脑上打开" en="Demonstration: open on this computer" />
            </a>
          ) : null}
        </div>
      </section>
    </div>
  );
}

/** How it ended, in colour over the whole screen. */
export function Result({ on, run }: { on: Assist; run: AssistRun }) {
  const { clock, at } = useWork();
  const { language, say } = useSay();
  useTick(1000);
  const state = on.view?.state ?? 'aborted';
  const { sign, title, hint } = told[state] ?? unfinished;
  const holder = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (holder.current !== null) drawInto(holder.current, symbolSvg(sign));
  }, [sign]);
  useEffect(() => {
    if (readKept().sound && (state === 'passed' || state === 'failed'))
      playTone(state === 'passed' ? 'pass' : 'fail');
  }, [state]);
  return (
    <div id="check" class="faces" data-state={state}>
      <GuestFace check={checkOf(on, at.claims.counterId)} clock={clock} />
      <section class="strip" aria-label={say({ zh: '协助员', en: 'Attendant' })}>
        <div class="now">
          <span class="sign" ref={holder} />
          <div>
            <Step title={title} hint={hint} focus="next" />
          </div>
        </div>
        <p class="facts-of-session live">
          <span>
            <Say zh="编号" en="Reference" /> {referenceOf(on.sessionId)}
          </span>
          {on.endedAt === undefined ? null : <span>{ageOf(on.endedAt, clock.now()).ago[language]}</span>}
        </p>
        <div class="buttons">
          <button type="button" id="next" class="main" onClick={run.leave}>
            <Say zh="下一位" en="Next person" />
          </button>
        </div>
      </section>
    </div>
  );
}
