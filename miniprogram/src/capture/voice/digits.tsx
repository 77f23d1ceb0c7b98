import { View, Text as Words } from '@tarojs/components';
import { aria } from '../../ui/aria.ts';
import { useSay } from '../../ui/use-say.ts';
import type { Place, Shown } from './digits-shown.ts';
import { readings, roundText } from './texts.ts';

/**
 * The digit to read in huge type, below it how it is meant to be read and how far the round has come. A screen reader is told nothing of
 * it: it would speak into the open microphone.
 */
export function Digits({ shown }: { shown: Shown }) {
  return (
    <View id="digits" className="digits live" {...aria({ hidden: true })}>
      {shown.is === 'digit' ? <Reading shown={shown} /> : null}
    </View>
  );
}

function Reading({ shown }: { shown: Extract<Shown, { is: 'digit' }> }) {
  const say = useSay();
  const { digit, row, round, rounds } = shown;
  const reading = readings[Number(digit)];
  return (
    <>
      {rounds > 1 ? <Words className="digit-round">{say(roundText(round, rounds))}</Words> : null}
      <Words id="digit-now" className="digit-now">
        {digit}
      </Words>
      <Words id="digit-reading" className="digit-reading">
        {reading === undefined ? '' : say(reading)}
      </Words>
      <View className="digit-row">
        {row.map((place) => (
          <RowPlace key={place.at} place={place} />
        ))}
      </View>
    </>
  );
}

function RowPlace({ place: { is, digit } }: { place: Place }) {
  return (
    <View className={`digit-place digit-${is}`}>
      {digit === undefined ? <View className="digit-dot" /> : <Words>{digit}</Words>}
    </View>
  );
}
