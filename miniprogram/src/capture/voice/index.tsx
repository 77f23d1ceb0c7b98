import { View, Text as Words } from '@tarojs/components';
import { useDidHide, useUnload } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import type { Journey } from '../../journey/journey.ts';
import { nextStep } from '../../journey/next-step.ts';
import { CheckPage } from '../../parts/check-page.tsx';
import { Deadline } from '../../parts/deadline.tsx';
import { goOn, startOver } from '../../parts/go-on.ts';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { journeyOf } from '../../start/current-journey.ts';
import { goInstead } from '../../start/go.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { aria } from '../../ui/aria.ts';
import { Picture } from '../../ui/drawing.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { usePageParameters } from '../../ui/use-page-parameters.ts';
import { useSay } from '../../ui/use-say.ts';
import '../../parts/ceremony.scss';
import './voice.scss';
import { Digits } from './digits.tsx';
import { digitsShown } from './digits-shown.ts';
import { Meter } from './meter.tsx';
import { texts } from './texts.ts';
import { type Reading, useReading } from './use-reading.ts';

definePageConfig({ navigationBarTitleText: '读数字' });

/** Milliseconds to read what comes, before the microphone is opened. */
const lead = 3_000;

/** The digits one after the other, while the face already travels. Leaving or hiding the page stops; nothing is sent. */
export default function VoicePage() {
  const { session = '' } = usePageParameters();
  const [journey] = useState(() => journeyOf(session));
  const [reads] = useState(() => journey !== undefined && nextStep(journey).at === 'voice');
  useEffect(() => {
    if (!reads) void startOver(session);
  }, [reads, session]);
  if (journey === undefined || !reads) return <Page title={texts.title} />;
  return <ReadAloud journey={journey} />;
}

function ReadAloud({ journey }: { journey: Journey }) {
  const say = useSay();
  const { reading, level, read, stop, leave } = useReading(journey, goOn);
  const [waits, setWaits] = useState(true);
  const start = useRef(read);
  start.current = read;
  useEffect(() => {
    if (!waits) return;
    const timer = setTimeout(() => {
      setWaits(false);
      start.current();
    }, lead);
    return () => clearTimeout(timer);
  }, [waits]);
  const halt = (): void => {
    setWaits(false);
    stop();
  };
  // Also before the microphone is open: a page that nobody sees opens none.
  useDidHide(halt);
  useUnload(leave);
  if (reading.at === 'problem') {
    const { problem } = reading;
    const retry = (): void => {
      if (problem.code === 'challenge-expired') void goInstead('face', { session: journey.view.id });
      else start.current();
    };
    return (
      <Page title={texts.title}>
        <ProblemPanel problem={problem} onRetry={retry} check={journey} />
      </Page>
    );
  }
  const resting = reading.at === 'resting' && !waits;
  return (
    <CheckPage title={texts.title} journey={journey} step="voice" compact>
      {reading.at === 'reading' ? (
        <Listening reading={reading} level={level} />
      ) : (
        <View className="prompt prompt-calm voice-calm" {...aria({ role: 'status', live: 'polite' })}>
          <Picture name="read" />
          <Words className="prompt-words">{say(texts.ready)}</Words>
        </View>
      )}
      {resting && reading.why !== undefined ? (
        <Notice tone="attention" text={say(texts[reading.why])} />
      ) : null}
      {resting ? <Deadline journey={journey} until={challengeEnd(journey)} /> : null}
      <View className="choices">
        {resting ? <ActionButton id="start-voice" label={say(texts.start)} onTap={read} /> : null}
        {resting ? null : (
          <ActionButton id="cancel-capture" label={say(texts.cancel)} weight="plain" onTap={halt} />
        )}
      </View>
    </CheckPage>
  );
}

/** While the microphone is open nothing is announced, or it would hear that. */
function Listening(props: {
  reading: Extract<Reading, { at: 'reading' }>;
  level: Parameters<typeof Meter>[0]['level'];
}) {
  const say = useSay();
  const { opened } = props.reading;
  const shown = digitsShown(opened);
  const words = opened === undefined ? texts.opening : shown.is === 'done' ? texts.finishing : texts.read;
  return (
    <>
      <View className="prompt">
        <Words className="prompt-words">{say(words)}</Words>
      </View>
      <Digits shown={shown} />
      {opened === undefined ? null : <Meter level={props.level} />}
    </>
  );
}

/** When what is read counts no longer, and the face is to be taken anew; epoch milliseconds. */
function challengeEnd({ progress }: Journey): number | undefined {
  return progress.at === 'challenged' ? progress.checked.claims.exp * 1000 : undefined;
}
