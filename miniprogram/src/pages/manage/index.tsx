import { useEffect, useRef, useState } from 'react';
import { readCredential } from '../../apply/07-credential.ts';
import type { OwnCredential } from '../../holder/answers.ts';
import type { Holder } from '../../holder/holder.ts';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { useWork } from '../../parts/use-work.ts';
import { ensureLoggedIn } from '../../start/ensure-logged-in.ts';
import { Page } from '../../ui/page.tsx';
import { Progress } from '../../ui/progress.tsx';
import { usePageParameters } from '../../ui/use-page-parameters.ts';
import { useSay } from '../../ui/use-say.ts';
import { useSeen } from '../../ui/use-seen.ts';
import '../../parts/ceremony.scss';
import { type Act, actNamed, actsOf, isByFace } from './acts.ts';
import { Done } from './done.tsx';
import { Hub } from './hub.tsx';
import { OwnFace } from './own-face.tsx';
import { Question } from './question.tsx';
import { texts } from './texts.ts';

definePageConfig({ navigationBarTitleText: '管理网证' });

type Step = { at: 'hub' } | { at: 'asked' | 'face' | 'done'; act: Act };

/** The credential in plain words, and what can be done with it: one question a screen. */
export default function ManagePage() {
  const say = useSay();
  const { asks } = usePageParameters();
  const [step, setStep] = useState<Step>(() => {
    const act = actNamed(asks);
    return act === undefined ? { at: 'hub' } : { at: 'asked', act };
  });
  const [credential, setCredential] = useState<OwnCredential>();
  const [holder, setHolder] = useState<Holder>();
  const { problem, again } = useWork(async () => {
    const opened = await ensureLoggedIn();
    setHolder(opened);
    setCredential(await readCredential(opened));
  });
  // Whoever comes back from a page above may have changed it there.
  const seen = useSeen();
  const wasLeft = useRef(false);
  useEffect(() => {
    if (seen && wasLeft.current) again();
    wasLeft.current = !seen;
  }, [seen, again]);
  const toHub = (): void => setStep({ at: 'hub' });
  if (problem !== undefined || credential === undefined) {
    return (
      <Page title={texts.title} back>
        {problem === undefined ? (
          <Progress label={say(texts.reading)} />
        ) : (
          <ProblemPanel problem={problem} onRetry={again} />
        )}
      </Page>
    );
  }
  if (step.at === 'done') return <Done act={step.act} credential={credential} onBack={toHub} />;
  // What was asked for by the address may not be possible any more.
  if (step.at === 'hub' || !actsOf(credential).includes(step.act)) {
    return <Hub credential={credential} onAct={(act) => setStep({ at: 'asked', act })} />;
  }
  const { act } = step;
  if (step.at === 'face' && holder !== undefined && isByFace(act)) {
    return <OwnFace holder={holder} act={act} strict={credential.level === 'strict'} onBack={toHub} />;
  }
  return (
    <Question
      act={act}
      onBack={toHub}
      onFace={() => setStep({ at: 'face', act })}
      onDone={(changed) => {
        setCredential(changed);
        setStep({ at: 'done', act });
      }}
    />
  );
}
