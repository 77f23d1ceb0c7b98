import { View, Text as Words } from '@tarojs/components';
import { rulesOf } from '../../../../shared/ceremonies.ts';
import { referenceOf } from '../../../../shared/reference.ts';
import type { Journey } from '../../journey/journey.ts';
import { ageOf } from '../../parts/age-of.ts';
import { useServerNow } from '../../parts/use-server-now.ts';
import { aria } from '../../ui/aria.ts';
import { Icon } from '../../ui/drawing.tsx';
import { clockOf } from '../../ui/time-of.ts';
import { useSay } from '../../ui/use-say.ts';
import { forWhom, type Outcome, saidOf, texts } from './texts.ts';

/** Milliseconds from one look at the clock to the next: its seconds are seen to run. */
const every = 250;

/**
 * How it ended, in colour, with a sign and a word. What a counter asked for also has a clock that runs, the reference that both screens
 * show and how long ago it was, and turns grey: a picture of it is worth nothing.
 */
export function Verdict({ journey, outcome }: { journey: Journey; outcome: Outcome }) {
  const say = useSay();
  const { view, holder } = journey;
  const now = useServerNow(holder, every);
  const { symbol, word } = saidOf(outcome, rulesOf(view.ceremony));
  const { aged, ago } = ageOf(view.decidedAt ?? view.serverTime, now);
  const lives = view.asks !== undefined && outcome !== 'retry';
  const looks = `verdict verdict-${outcome} result-${outcome}${lives && aged ? ' verdict-aged' : ''}`;
  return (
    <View className={`verdict-screen ${looks}`} id="result-state">
      <View className="verdict-said" {...aria({ role: 'status', live: 'polite' })}>
        <Icon name={symbol} />
        <Words className="verdict-word">{say(word)}</Words>
        {journey.ward === undefined ? null : <Words id="for-whom">{say(forWhom(journey.ward.name))}</Words>}
      </View>
      {lives ? (
        <>
          <Words id="clock" className="verdict-clock live" {...aria({ hidden: true })}>
            {clockOf(now)}
          </Words>
          <Words id="ago" className="live">
            {say(ago)}
          </Words>
          <View className="verdict-reference live">
            <Words>{`${say(texts.reference)} `}</Words>
            <Words id="reference" className="verdict-whole">
              {referenceOf(view.id)}
            </Words>
          </View>
          <Words className="verdict-counts">{say(texts.counterCounts)}</Words>
        </>
      ) : null}
    </View>
  );
}
