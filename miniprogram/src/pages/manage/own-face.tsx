import { Text as Words } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import { textsAtOpening } from '../../../../shared/consent/texts-at-opening.ts';
import type { ProtectAct } from '../../../../shared/credentials.ts';
import type { Holder } from '../../holder/holder.ts';
import { asProblem, type HolderProblem } from '../../holder/holder-problem.ts';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { StaffedWay } from '../../parts/staffed-way.tsx';
import { Tick } from '../../parts/tick.tsx';
import { useToldLanguage } from '../../parts/use-told-language.ts';
import { startProtection } from '../../start/current-journey.ts';
import { go } from '../../start/go.ts';
import { ActionBar, ActionButton } from '../../ui/action-button.tsx';
import { Page } from '../../ui/page.tsx';
import { Steps } from '../../ui/steps.tsx';
import { useSay } from '../../ui/use-say.ts';
import { actTexts } from './act-texts.ts';
import { texts } from './texts.ts';

/** What weakens counts by the own face: face and voice are asked for apart, nothing ticked beforehand. The voice is only asked for where it can be needed. */
export function OwnFace(props: { holder: Holder; act: ProtectAct; strict: boolean; onBack: () => void }) {
  const { holder, act, strict, onBack } = props;
  const say = useSay();
  const [consent, setConsent] = useState({ face: false, voice: false });
  const { [holder.link.faceBy]: face, voice } = textsAtOpening.protect;
  useToldLanguage(holder);
  const [problem, setProblem] = useState<HolderProblem>();
  const [opening, setOpening] = useState(false);
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);
  const begin = (): void => {
    setProblem(undefined);
    setOpening(true);
    startProtection(consent, act)
      // Whoever has turned back while it was opened is led to no camera.
      .then((journey) => (here.current ? go('face', { session: journey.view.id }) : undefined))
      .catch((cause: unknown) => setProblem(asProblem(cause)))
      .finally(() => setOpening(false));
  };
  if (problem !== undefined) {
    return (
      <Page title={actTexts[act].row} back={onBack}>
        <ProblemPanel problem={problem} onRetry={begin} />
      </Page>
    );
  }
  return (
    <Page title={actTexts[act].row} back={onBack} barred>
      <Steps at={1} of={2} />
      <Words className="line">{say(actTexts[act].does)}</Words>
      <Tick
        id="consent-face"
        ticked={consent.face}
        title={say(face.title)}
        words={say(face.words)}
        onChange={(ticked) => setConsent({ ...consent, face: ticked })}
      />
      {strict ? (
        <Tick
          id="consent-voice"
          ticked={consent.voice}
          title={say(voice.title)}
          words={say(voice.words)}
          onChange={(ticked) => setConsent({ ...consent, voice: ticked })}
        />
      ) : null}
      <StaffedWay />
      <ActionBar>
        <ActionButton
          id="own-face-next"
          label={say(opening ? texts.working : texts.toCamera)}
          disabled={!consent.face || opening}
          onTap={begin}
        />
        <ActionButton id="not-now" label={say(texts.keep)} weight="plain" onTap={onBack} />
      </ActionBar>
    </Page>
  );
}
