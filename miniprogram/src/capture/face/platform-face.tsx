import { View, Text as Words } from '@tarojs/components';
import { useUnload } from '@tarojs/taro';
import { useRef, useState } from 'react';
import type { FacePlatform } from '../../../../shared/challenge.ts';
import type { HolderProblem } from '../../holder/holder-problem.ts';
import { asProblem } from '../../holder/holder-problem.ts';
import type { Journey } from '../../journey/journey.ts';
import { nextStep } from '../../journey/next-step.ts';
import { takePlatformFace } from '../../journey/take-platform-face.ts';
import { CheckPage } from '../../parts/check-page.tsx';
import { Deadline } from '../../parts/deadline.tsx';
import { goOn, goToEnd } from '../../parts/go-on.ts';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { goBack } from '../../start/go.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { aria } from '../../ui/aria.ts';
import { Page } from '../../ui/page.tsx';
import { Progress } from '../../ui/progress.tsx';
import { uiTexts } from '../../ui/texts.ts';
import { useSay } from '../../ui/use-say.ts';
import { platformTexts } from './platform-texts.ts';
import { texts } from './texts.ts';

/** Says who takes the face, and opens the page of the platform that does; no camera is opened here. */
export function PlatformFace(props: {
  journey: Journey;
  platform: FacePlatform;
  /** The authority asks for the phone's own capture after all. */
  onOwnCapture: () => void;
}) {
  const { journey, platform, onOwnCapture } = props;
  const say = useSay();
  const [working, setWorking] = useState(false);
  const [problem, setProblem] = useState<HolderProblem>();
  const leaving = useRef(false);
  useUnload(() => {
    leaving.current = true;
  });
  const start = async (): Promise<void> => {
    setWorking(true);
    try {
      await takePlatformFace(journey);
      if (leaving.current) return;
      if (nextStep(journey).at === 'face') onOwnCapture();
      else await goOn(journey);
    } catch (cause) {
      if (leaving.current) return;
      const failed = asProblem(cause);
      if (failed.code === 'session-over') await goToEnd(journey);
      else setProblem(failed);
      setWorking(false);
    }
  };
  if (problem !== undefined) {
    return (
      <Page title={texts.title}>
        <ProblemPanel problem={problem} onRetry={() => setProblem(undefined)} check={journey} />
      </Page>
    );
  }
  const words = platformTexts[platform];
  return (
    <CheckPage title={texts.title} journey={journey} step="face">
      <View
        id="prompt"
        className="prompt prompt-platform"
        {...aria({ role: 'status', label: say(words.ready) })}
      >
        <Words className="prompt-words">{say(words.ready)}</Words>
        <Words className="soft">{say(words.what)}</Words>
      </View>
      {working ? (
        <Progress label={say(words.working)} />
      ) : (
        <>
          <ActionButton id="start-face" label={say(texts.start)} onTap={() => void start()} />
          <ActionButton
            id="cancel-capture"
            label={say(uiTexts.back)}
            weight="plain"
            onTap={() => void goBack()}
          />
        </>
      )}
      {working ? null : <Deadline journey={journey} />}
    </CheckPage>
  );
}
