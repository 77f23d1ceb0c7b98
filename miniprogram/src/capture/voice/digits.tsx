import { View, Text as Words } from '@tarojs/components';
import { aria } from '../../ui/aria.ts';
import { useSay } from '../../ui/use-say.ts';
import { readings, roundText } from './texts.ts';

const perRound = 10;

/**
 * The digit to read in huge type, below it how it is meant to be read, and the others of its round small. Before the first one (a position below 0) stand
 * dots, or nothing, but no figures: whoever sees a figure reads it aloud.
 */
export function Digits(props: { digits: string; position: number; dots: number }) {
  const { digits, position, dots } = props;
  const say = useSay();
  const at = Math.max(0, Math.min(position, digits.length - 1));
  const round = Math.floor(at / perRound);
  const rounds = Math.ceil(digits.length / perRound);
  const from = round * perRound;
  const shown = [...digits.slice(from, from + perRound)].map((digit, index) => ({
    digit,
    place: from + index,
  }));
  const reading = position < 0 ? undefined : readings[Number(digits.charAt(position) || Number.NaN)];
  const now = position < 0 ? '•'.repeat(dots) : position < digits.length ? digits.charAt(at) : '✓';
  return (
    <View id="digits" className={`digits round-${round + 1}`} {...aria({ label: [...digits].join(' ') })}>
      {rounds > 1 ? <Words className="soft round">{say(roundText(round + 1, rounds))}</Words> : null}
      {now === '' ? null : (
        <Words
          id="digit-now"
          className={position < 0 ? 'digit-now digit-waiting' : 'digit-now'}
          {...aria({ live: 'assertive', hidden: position < 0 })}
        >
          {now}
        </Words>
      )}
      {now === '' ? null : (
        <Words id="digit-reading" className="digit-reading">
          {reading === undefined ? '\u00a0' : say(reading)}
        </Words>
      )}
      <View className="digit-row">
        {shown.map(({ digit, place }) => (
          <Words key={place} className={classOf(place, position)}>
            {digit}
          </Words>
        ))}
      </View>
    </View>
  );
}

function classOf(place: number, position: number): string {
  if (place === position) return 'digit-current';
  return place < position ? 'digit-said' : 'digit-coming';
}
