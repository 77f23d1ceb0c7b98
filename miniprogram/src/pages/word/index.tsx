import { View, Text as Words } from '@tarojs/components';
import { useState } from 'react';
import type { Asker } from '../../holder/who-asks.ts';
import { awaitOutcome } from '../../journey/await-outcome.ts';
import type { Journey } from '../../journey/journey.ts';
import { nextStep } from '../../journey/next-step.ts';
import { CheckPage } from '../../parts/check-page.tsx';
import { clerkOf } from '../../parts/clerk-of.ts';
import { Deadline } from '../../parts/deadline.tsx';
import { goOn } from '../../parts/go-on.ts';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { useName } from '../../parts/use-name.ts';
import { useWork } from '../../parts/use-work.ts';
import { journeyOf, resumeJourney } from '../../start/current-journey.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { aria } from '../../ui/aria.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Progress } from '../../ui/progress.tsx';
import { usePageParameters } from '../../ui/use-page-parameters.ts';
import { useSay } from '../../ui/use-say.ts';
import '../../parts/ceremony.scss';
import './word.scss';
import { NotHere } from './not-here.tsx';
import { onlyHere, tell, texts } from './texts.ts';

definePageConfig({ navigationBarTitleText: '三个数字' });

/** The counter word: three digits that the holder says to the clerk. All is captured by now, and the microphone is closed. */
export default function WordPage() {
  const say = useSay();
  const { session = '' } = usePageParameters();
  const [journey, setJourney] = useState<Journey | undefined>(() => journeyOf(session));
  const { problem, again } = useWork(async (isHere) => {
    const known = journeyOf(session) ?? (await resumeJourney(session));
    if (!isHere()) return;
    setJourney(known);
    if (nextStep(known).at === 'word') await awaitOutcome(known);
    if (isHere()) await goOn(known);
  });
  if (problem !== undefined) {
    return (
      <Page title={texts.title}>
        <ProblemPanel problem={problem} onRetry={again} check={journey} />
      </Page>
    );
  }
  const next = journey === undefined ? undefined : nextStep(journey);
  const asks = journey?.view.asks;
  if (journey === undefined || asks === undefined || next?.at !== 'word') {
    return (
      <Page title={texts.title}>
        <Progress label={say(texts.opening)} />
      </Page>
    );
  }
  return (
    <CheckPage title={texts.title} journey={journey} compact>
      <Digits digits={next.digits} asks={asks} speak={journey.holder.platform.speak} />
      <Deadline journey={journey} />
      <NotHere journey={journey} />
    </CheckPage>
  );
}

/** The digits, and right below them where they belong, in the names that the registrar has signed. */
function Digits(props: { digits: string; asks: Asker; speak: ((text: string) => void) | undefined }) {
  const { digits, asks, speak } = props;
  const say = useSay();
  const name = useName();
  const clerk = clerkOf(asks.scene);
  const places = [...digits].map((digit, place) => ({ digit, place }));
  return (
    <>
      <Words className="word-lead">{say(tell(clerk))}</Words>
      <View className="word">
        <View
          id="word"
          className="word-digits"
          {...aria({ role: 'status', live: 'polite', label: [...digits].join(' ') })}
        >
          {places.map(({ digit, place }) => (
            <Words key={place} className="word-digit">
              {digit}
            </Words>
          ))}
        </View>
        <View id="asks" className="word-place">
          <Words className="word-for">{say(texts.signed)}</Words>
          <Words id="rp-name">{name(asks.rpName)}</Words>
          <Words id="counter-name">{name(asks.counterName)}</Words>
          <Words id="place">{name(asks.place)}</Words>
        </View>
      </View>
      <Notice tone="attention" text={say(onlyHere(clerk))} />
      {speak === undefined ? null : (
        <ActionButton
          id="say-word"
          label={say(texts.aloud)}
          weight="plain"
          symbol="speak"
          onTap={() => speak([...digits].join('，'))}
        />
      )}
    </>
  );
}
