import { Text as Words } from '@tarojs/components';
import Taro, { useDidHide, useUnload } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import type { FacePrompt } from '../../../../shared/challenge.ts';
import * as limits from '../../../../shared/limits.ts';
import { asProblem, HolderProblem } from '../../holder/holder-problem.ts';
import { takeFace } from '../../journey/take-samples.ts';
import { CheckPage } from '../../parts/check-page.tsx';
import { Deadline } from '../../parts/deadline.tsx';
import { goOn, goToEnd, startOver } from '../../parts/go-on.ts';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { journeyOf } from '../../start/current-journey.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Page } from '../../ui/page.tsx';
import { usePageParameters } from '../../ui/use-page-parameters.ts';
import { useSay } from '../../ui/use-say.ts';
import '../../parts/ceremony.scss';
import './face.scss';
import { PlatformFace } from './platform-face.tsx';
import { Prompt, type Showing } from './prompt.tsx';
import { texts } from './texts.ts';
import { Viewfinder } from './viewfinder.tsx';

definePageConfig({ navigationBarTitleText: '拍摄人脸' });

/** Frames at the prompts, one at a time, of the owner or of the ward who is here. Leaving or hiding the page stops the capture, and nothing of it is sent. */
export default function FacePage() {
  const say = useSay();
  const { session = '' } = usePageParameters();
  const journey = journeyOf(session);
  const [cameraReady, setCameraReady] = useState(false);
  const [showing, setShowing] = useState<Showing>({ at: 'ready' });
  const [problem, setProblem] = useState<HolderProblem>();
  const [ownCapture, setOwnCapture] = useState(false);
  const ward = journey?.ward;
  const leaving = useRef(false);
  useEffect(() => {
    if (journey === undefined || journey.progress.at === 'shown') void startOver(session);
  });
  const idle = cameraReady && showing.at === 'ready' && problem === undefined;
  useEffect(() => {
    if (!idle) return;
    const timer = setTimeout(() => {
      setCameraReady(false);
      setShowing({ at: 'closed' });
    }, limits.cameraIdle);
    return () => clearTimeout(timer);
  }, [idle]);
  const stop = (): void => journey?.stop?.();
  useDidHide(stop);
  useUnload(() => {
    leaving.current = true;
    stop();
  });
  // Before anybody has agreed no camera is opened.
  if (journey === undefined || journey.progress.at === 'shown') return <Page title={texts.title} />;
  const { faceBy } = journey.holder.link;
  // A platform knows the owner alone.
  if (faceBy !== 'phone' && ward === undefined && !ownCapture) {
    const toOwnCapture = (): void => setOwnCapture(true);
    return <PlatformFace journey={journey} platform={faceBy} onOwnCapture={toOwnCapture} />;
  }
  const words = ward?.taking ?? texts;
  const capture = async (): Promise<void> => {
    setShowing({ at: 'preparing' });
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 });
    try {
      await takeFace(journey, watched(setShowing));
      if (!leaving.current) await goOn(journey);
    } catch (cause) {
      if (leaving.current) return;
      const failed = asProblem(cause);
      if (failed.code === 'session-over') await goToEnd(journey);
      else setProblem(failed);
      setShowing({ at: 'ready' });
    }
  };
  const underWay = showing.at === 'preparing' || showing.at === 'prompt';
  const again = (): void => {
    setCameraReady(false);
    setProblem(undefined);
  };
  if (problem !== undefined) {
    return (
      <Page title={words.title}>
        <ProblemPanel problem={problem} onRetry={again} check={journey} />
      </Page>
    );
  }
  const startLabel = cameraReady ? texts.start : texts.cameraOpening;
  return (
    <CheckPage title={words.title} journey={journey} step="face" compact back={!underWay}>
      <Prompt showing={showing} ready={words.ready} />
      <Viewfinder
        showing={showing}
        facing={ward?.taking?.facing ?? 'front'}
        cameraReady={cameraReady}
        onReady={() => setCameraReady(true)}
        onRefused={(code) => setProblem(new HolderProblem(code))}
      />
      {showing.at === 'closed' ? (
        <ActionButton
          id="open-camera"
          label={say(texts.openCamera)}
          onTap={() => setShowing({ at: 'ready' })}
        />
      ) : null}
      {showing.at === 'ready' ? (
        <ActionButton
          id="start-face"
          label={say(startLabel)}
          disabled={!cameraReady}
          onTap={() => void capture()}
        />
      ) : null}
      {underWay ? (
        <ActionButton id="cancel-capture" label={say(texts.cancel)} weight="plain" onTap={stop} />
      ) : null}
      {underWay ? null : <Deadline journey={journey} />}
      {showing.at === 'ready' ? <Words className="soft">{say(words.what)}</Words> : null}
    </CheckPage>
  );
}

/** Shows each prompt as it comes and counts them. */
function watched(show: (showing: Showing) => void): (prompt: FacePrompt | null) => void {
  let step = 0;
  return (prompt) => {
    step++;
    show({ at: 'prompt', prompt, step });
  };
}
