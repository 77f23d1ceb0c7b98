import { useState } from 'preact/hooks';
import { Act } from '../../staff/parts/act.tsx';
import { Say, useSay } from '../../staff/say.tsx';
import { useWork } from '../at-work.tsx';
import { type AtWork, openShift } from '../call/shift.ts';
import type { Work } from '../desk/open-desk.ts';
import type { Raise } from '../desk/to-check.ts';
import { deskWords, workOf } from '../desk/work-words.ts';
import { Step } from '../step.tsx';
import { DecideForm } from './decide-form.tsx';
import { signAndSend } from './decide-step.tsx';

/**
 * A second officer comes to this desk, says who they are by a passkey of their own, looks for themselves and decides.
 * @param arrived is told of their shift, which ends with the session
 */
export function SecondStep({ raise, arrived }: { raise: Raise; arrived: (at: AtWork) => void }) {
  const work = useWork();
  const { name } = useSay();
  const [second, setSecond] = useState<{ at: AtWork; name: string }>();
  async function come(): Promise<void> {
    const { at, shift } = await openShift(aroundSecond(work), { other: work.at.claims });
    arrived(at);
    setSecond({ at, name: shift.name });
  }
  if (second === undefined)
    return (
      <Step
        key="call"
        title={{ zh: '请第二位受理员到这里确认', en: 'A second officer has to confirm here' }}
        hint={{
          zh: '您的决定已签下。这是例外情况，需要同一受理点的另一位受理员亲自看过，再用自己的通行密钥确认。',
          en: 'Your decision is signed. As this is an exception, another officer of this point has to look for themselves and confirm with their own passkey.',
        }}
        focus="second"
      >
        <Act work={come} id="second" main>
          <Say zh="第二位受理员登录" en="Second officer: sign in with a passkey" />
        </Act>
        <p class="soft">
          <Say
            zh="第二位受理员若在别的窗口上班，会在那里下班，之后请重新登录。"
            en="The shift of the second officer at another desk ends by this; they begin it again there afterwards."
          />
        </p>
      </Step>
    );
  return (
    <Step
      key="confirm"
      title={{
        zh: `${name(second.name)}：请亲自看过再确认`,
        en: `${name(second.name)}: look for yourself, then confirm`,
      }}
      focus={raise.view.exception === 'no-face' ? 'cardGenuine-true' : 'faceMatches-true'}
    >
      <DecideForm
        exception={raise.view.exception ?? 'name-differs'}
        fixed
        isReady
        words={deskWords[workOf(raise.view)]}
        decide={(decision) => signAndSend(work, second.at, raise, decision)}
      />
    </Step>
  );
}

/** That the second officer's shift is over ends nothing of the first one's. */
function aroundSecond({ trust, clock, language }: Work) {
  return { trust, clock, language };
}
