import {
  type AtCounter,
  type CheckToAssist,
  readAtCounterCall,
} from '../../../../shared/contract/assist/01-open.ts';
import { referenceOf } from '../../../../shared/reference.ts';
import { purposeText, scenes } from '../../../../shared/scenes.ts';
import { Act } from '../../staff/parts/act.tsx';
import { Load } from '../../staff/parts/load.tsx';
import { Say, useSay } from '../../staff/say.tsx';
import { useWork } from '../at-work.tsx';
import { Step } from '../step.tsx';
import type { AssistRun } from './run-assist.ts';

/** Nobody is here: a check that the counter has open or that was declined is gone on from, or another one is opened. */
export function ChooseCheck({ run }: { run: AssistRun }) {
  const { at } = useWork();
  return (
    <Step
      title={{ zh: '人工协助：不用刷脸', en: 'Help without a face' }}
      hint={{
        zh: '对方不想刷脸、刷不了脸，或者没带手机，都可以在这里办，结果一样有效。需要本人身份证，加上受理点设的 6 位密码，或者念 6 位数字。',
        en: 'For whoever would rather not show a face, cannot, or has no phone here; the result counts the same. They need their ID card, and the PIN that was set at an acceptance point, or to say six digits.',
      }}
    >
      <Load of={() => at.client.call(readAtCounterCall, {})}>
        {(there, reload) => <Checks there={there} run={run} reload={reload} />}
      </Load>
    </Step>
  );
}

function Checks({
  there,
  run,
  reload,
}: {
  there: AtCounter;
  run: AssistRun;
  reload: () => Promise<unknown>;
}) {
  const { say, name, clock } = useSay();
  const words = ({ scene, purpose }: Pick<CheckToAssist, 'scene' | 'purpose'>) =>
    `${say(scenes[scene].text)} · ${say(purposeText[purpose])}`;
  const goOn = async (check: CheckToAssist) =>
    check.state === 'open' ? run.choose(check) : await run.open(check);
  return (
    <>
      <p class="soft">
        {name(there.name)} · {name(there.place)}
      </p>
      <section aria-labelledby="new-title">
        <h2 id="new-title">
          <Say zh="新开一次" en="Open a new one" />
        </h2>
        <div class="row">
          {there.scenes.flatMap(({ scene, purposes }) =>
            purposes.map((purpose) => (
              <Act key={purpose} work={() => run.open({ scene, purpose })} id={`open-${purpose}`} main>
                {words({ scene, purpose })}
              </Act>
            )),
          )}
        </div>
      </section>
      <section aria-labelledby="there-title">
        <h2 id="there-title">
          <Say zh="接着柜台已开的办" en="Go on from one of the counter" />
        </h2>
        {there.checks.length === 0 ? (
          <p class="soft">
            <Say
              zh="现在没有等人扫码的，也没有刚刚谢绝的。"
              en="None waits for a scan now, and none was declined lately."
            />
          </p>
        ) : (
          <ul class="checks">
            {there.checks.map((check) => (
              <li key={check.sessionId}>
                <span>
                  <strong>{referenceOf(check.sessionId)}</strong> {words(check)} · {clock(check.openedAt)} ·{' '}
                  {check.state === 'open' ? (
                    <Say zh="等人扫码" en="waits for a scan" />
                  ) : (
                    <Say zh="改为人工" en="the staffed way was chosen" />
                  )}
                </span>
                <Act work={() => goOn(check)} id={`take-${check.sessionId}`}>
                  <Say zh="接着办" en="Go on" />
                </Act>
              </li>
            ))}
          </ul>
        )}
        <Act work={reload} id="reload">
          <Say zh="刷新" en="Look again" />
        </Act>
      </section>
    </>
  );
}
