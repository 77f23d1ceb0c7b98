import { View, Text as Words } from '@tarojs/components';
import { aria } from '../../ui/aria.ts';
import { useSay } from '../../ui/use-say.ts';
import { texts } from './texts.ts';

const perRound = 10;

/** The digit to read in huge type, the others of its round small below it; a position below 0 is before the first. */
export function Digits({ digits, position }: { digits: string; position: number }) {
  const say = useSay();
  const at = Math.min(Math.max(position, 0), digits.length - 1);
  const round = Math.floor(at / perRound);
  const rounds = Math.ceil(digits.length / perRound);
  const from = round * perRound;
  const shown = [...digits.slice(from, from + perRound)].map((digit, index) => ({
    digit,
    place: from + index,
  }));
  return (
    <View id="digits" className={`digits round-${round + 1}`} {...aria({ label: [...digits].join(' ') })}>
      {rounds > 1 ? <Words className="soft">{`${say(texts.round)} ${round + 1}/${rounds}`}</Words> : null}
      <Words id="digit-now" className="digit-now" {...aria({ live: 'assertive' })}>
        {position < 0 ? '·' : digits.charAt(at)}
      </Words>
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
