import { View, Text as Words } from '@tarojs/components';
import { useDidHide, useUnload } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import { nextStep } from '../../journey/next-step.ts';
import { goOn, startOver } from '../../parts/go-on.ts';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { StaffedWay } from '../../parts/staffed-way.tsx';
import { journeyOf } from '../../start/current-journey.ts';
import { goInstead } from '../../start/go.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { aria } from '../../ui/aria.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { usePageParameters } from '../../ui/use-page-parameters.ts';
import { useSay } from '../../ui/use-say.ts';
import '../../parts/ceremony.scss';
import '../../styles/capture.scss';
import { Digits } from './digits.tsx';
import { Meter } from './meter.tsx';
import { texts } from './texts.ts';
import { type Reading, useReading } from './use-reading.ts';

definePageConfig({ navigationBarTitleText: '语音采集' });

/** Dots that go one after the other, each after so many milliseconds, before the microphone is opened. */
const dots = 3;
const perDot = 1_000;

/** The digits one after the other, while the face already travels. Leaving or hiding the page stops; nothing is sent. */
export default function VoicePage() {
  const say = useSay();
  const { session = '' } = usePageParameters();
  const journey = journeyOf(session);
  const next = journey === undefined ? undefined : nextStep(journey);
  const count = useRef(next?.at === 'voice' ? next.count : 0);
  const { reading, level, read, stop, leave } = useReading(journey, count.current, goOn);
  const [dotsLeft, setDotsLeft] = useState(dots);
  const waits = dotsLeft > 0;
  useEffect(() => {
    if (count.current > 0) return;
    void startOver(session);
  });
  const start = useRef(read);
  start.current = read;
  useEffect(() => {
    if (!waits || count.current === 0) return;
    const timer = setTimeout(() => {
      setDotsLeft(dotsLeft - 1);
      if (dotsLeft === 1) start.current();
    }, perDot);
    return () => clearTimeout(timer);
  }, [waits, dotsLeft]);
  useDidHide(stop);
  useUnload(leave);
  const halt = (): void => {
    setDotsLeft(0);
    stop();
  };
  if (reading.at === 'problem') {
    const { problem } = reading;
    const retry = (): void => {
      if (problem.code === 'challenge-expired') void goInstead('face', { session });
      else start.current();
    };
    return (
      <Page title={texts.title}>
        <ProblemPanel problem={problem} onRetry={retry} />
      </Page>
    );
  }
  const resting = reading.at === 'resting' && !waits;
  return (
    <Page title={texts.title}>
      <View
        className={reading.at === 'reading' ? 'prompt' : 'prompt prompt-ready'}
        {...aria({ role: 'status', live: 'assertive' })}
      >
        <Words className="prompt-words">{say(texts[wordsOf(reading)])}</Words>
      </View>
      {resting && reading.why !== undefined ? (
        <Notice tone="attention" text={say(texts[reading.why])} />
      ) : null}
      <Digits
        digits={reading.at === 'reading' ? (reading.digits ?? '') : ''}
        position={reading.at === 'reading' ? reading.position : -1}
        dots={resting ? 0 : Math.max(1, dotsLeft)}
      />
      {reading.at === 'reading' ? <Meter level={level} /> : null}
      <View className="choices">
        {resting ? <ActionButton id="start-voice" label={say(texts.start)} onTap={read} /> : null}
        {reading.at === 'reading' ? (
          <ActionButton id="record-again" label={say(texts.again)} weight="plain" onTap={halt} />
        ) : null}
        {resting ? null : (
          <ActionButton id="cancel-capture" label={say(texts.cancel)} weight="plain" onTap={halt} />
        )}
      </View>
      <StaffedWay />
    </Page>
  );
}

/** What the person is to do now, by the name of its text. */
function wordsOf(reading: Reading): 'ready' | 'opening' | 'read' | 'finishing' {
  if (reading.at !== 'reading') return 'ready';
  if (reading.digits === undefined) return 'opening';
  return reading.position < reading.digits.length ? 'read' : 'finishing';
}
