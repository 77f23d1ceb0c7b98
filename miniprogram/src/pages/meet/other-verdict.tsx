import { View, Text as Words } from '@tarojs/components';
import type { MeetingView } from '../../../../shared/contract/peer/meeting.ts';
import { referenceOf } from '../../../../shared/reference.ts';
import type { Journey } from '../../journey/journey.ts';
import { ageOf } from '../../parts/age-of.ts';
import { useServerNow } from '../../parts/use-server-now.ts';
import { aria } from '../../ui/aria.ts';
import { Icon } from '../../ui/drawing.tsx';
import { clockOf } from '../../ui/time-of.ts';
import { useSay } from '../../ui/use-say.ts';
import { texts } from './texts.ts';

/** Milliseconds from one look at the clock to the next: its seconds are seen to run. */
const every = 250;

/**
 * Whether the other person is confirmed, in colour, with a sign and a word, a clock that runs, the reference that both phones show, and how long
 * ago it was told: it turns grey, for a picture of it is worth nothing.
 */
export function OtherVerdict(props: { journey: Journey; meeting: MeetingView; confirmed: boolean }) {
  const { journey, meeting, confirmed } = props;
  const say = useSay();
  const now = useServerNow(journey.holder, every);
  const { aged, ago } = ageOf(meeting.serverTime, now);
  const looks = `verdict ${confirmed ? 'verdict-passed' : 'verdict-failed'}${aged ? ' verdict-aged' : ''}`;
  return (
    <View className={`verdict-screen ${looks}`} id="other-state">
      <View className="verdict-said" {...aria({ role: 'status', live: 'polite' })}>
        <Icon name={confirmed ? 'tick' : 'cross'} />
        <Words className="verdict-word">{say(confirmed ? texts.confirmed : texts.notConfirmed)}</Words>
      </View>
      <Words id="clock" className="verdict-clock live" {...aria({ hidden: true })}>
        {clockOf(now)}
      </Words>
      <Words id="ago" className="live">
        {say(ago)}
      </Words>
      <View className="verdict-reference live">
        <Words>{`${say(texts.reference)} `}</Words>
        <Words id="reference" className="verdict-whole">
          {referenceOf(meeting.id)}
        </Words>
      </View>
      <Words className="verdict-counts">{say(texts.counts)}</Words>
    </View>
  );
}
