import { View, Text as Words } from '@tarojs/components';
import { useState } from 'react';
import type { Asker } from '../../holder/who-asks.ts';
import { awaitOutcome } from '../../journey/await-outcome.ts';
import type { Journey } from '../../journey/journey.ts';
import { nextStep } from '../../journey/next-step.ts';
import { CheckPage } from '../../parts/check-page.tsx';
import { clerkOf } from '../../parts/clerk-of.ts';
import { Deadline } from '../../parts/deadline.tsx';
import { Facts } from '../../parts/facts.tsx';
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

definePageConfig({ navigationBarTitleText: '告诉工作人员' });

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
    <CheckPage title={texts.title} journey={journey}>
      <Digits digits={next.digits} asks={asks} speak={journey.holder.platform.speak} />
      <Deadline journey={journey} />
      <SignedPlace asks={asks} />
      <NotHere journey={journey} />
    </CheckPage>
  );
}

function Digits(props: { digits: string; asks: Asker; speak: ((text: string) => void) | undefined }) {
  const { digits, asks, speak } = props;
  const say = useSay();
  const clerk = clerkOf(asks.scene);
  const spaced = [...digits].join(' ');
  const places = [...digits].map((digit, place) => ({ digit, place }));
  return (
    <>
      <Words className="word-lead">{say(tell(clerk))}</Words>
      <View id="word" className="word" {...aria({ role: 'status', live: 'polite', label: spaced })}>
        {places.map(({ digit, place }) => (
          <Words key={place} className="word-digit">
            {digit}
          </Words>
        ))}
      </View>
      {speak === undefined ? null : (
        <ActionButton
          id="say-word"
          label={say(texts.aloud)}
          weight="plain"
          symbol="speak"
          onTap={() => speak([...digits].join('，'))}
        />
      )}
      <Notice tone="attention" text={say(onlyHere(clerk))} />
    </>
  );
}

/** Where the digits belong, in the names that the registrar has signed. */
function SignedPlace({ asks }: { asks: Asker }) {
  const say = useSay();
  const name = useName();
  return (
    <View className="word-place">
      <Words className="word-place-lead">{say(texts.signed)}</Words>
      <Facts
        id="asks"
        facts={[
          { id: 'rp-name', name: say(texts.who), value: name(asks.rpName) },
          { id: 'counter-name', name: say(texts.counter), value: name(asks.counterName) },
          { id: 'place', name: say(texts.place), value: name(asks.place) },
        ]}
      />
    </View>
  );
}
