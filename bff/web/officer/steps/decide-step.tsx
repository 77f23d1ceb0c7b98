import { beginDecisionCall, decideRaiseCall } from '../../../../shared/contract/raise/08-decision.ts';
import type { RaiseDecision } from '../../../../shared/raise/decision.ts';
import { signByPasskey } from '../../staff/call/use-passkey.ts';
import { useSay } from '../../staff/say.tsx';
import { toldOf, useWork } from '../at-work.tsx';
import type { AtWork } from '../call/shift.ts';
import { signDecision } from '../call/sign-word.ts';
import type { Work } from '../desk/open-desk.ts';
import type { Raise } from '../desk/to-check.ts';
import { deskWords, workOf } from '../desk/work-words.ts';
import { Step } from '../step.tsx';
import { DecideForm } from './decide-form.tsx';

/** The first officer's word. @param isReady all samples have come */
export function DecideStep({ raise, isReady }: { raise: Raise; isReady: boolean }) {
  const around = useWork();
  const { say } = useSay();
  const work = workOf(raise.view);
  const { decide } = deskWords[work];
  return (
    <Step
      title={decide.title}
      hint={decide.hint}
      focus={raise.view.exception === 'no-face' ? 'cardGenuine-true' : 'faceMatches-true'}
    >
      <DecideForm
        exception={raise.view.exception}
        fixed={work !== 'raise'}
        words={deskWords[work]}
        isReady={isReady}
        decide={(decision) => signAndSend(around, around.at, raise, decision)}
      />
      <p class="soft">{say(decide.warning)}</p>
    </Step>
  );
}

/** Has this officer's passkey sign the decision, and sends it. @throws Refused */
export async function signAndSend(
  work: Work,
  as: AtWork,
  raise: Raise,
  decision: RaiseDecision,
): Promise<void> {
  const params = { sessionId: raise.view.sessionId };
  const { claims } = await toldOf(work, raise);
  const begun = await as.client.call(beginDecisionCall, { params, body: { decision } });
  const of = { decision, claims, shift: as.claims, sent: raise.sent };
  const body = await signDecision(begun, of, signByPasskey);
  work.run.take(await as.client.call(decideRaiseCall, { params, body }));
}
