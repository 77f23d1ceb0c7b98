import { View, Text as Words } from '@tarojs/components';
import { type DayPart, dayParts } from '../../../../shared/raise/day-parts.ts';
import { Facts } from '../../parts/facts.tsx';
import { useName } from '../../parts/use-name.ts';
import { LinkRow } from '../../ui/link-row.tsx';
import { useSay } from '../../ui/use-say.ts';
import type { Chosen } from './chosen.ts';
import { daysToCome, dayText } from './days.ts';
import { Question } from './question.tsx';
import { partTexts, texts } from './texts.ts';

/** One question, then the other: the day, and which half of it. */
export function ChooseTime(props: {
  chosen: Exclude<Chosen, { at: 'place' }>;
  now: number;
  onDay: (day: string) => void;
  onPart: (day: string, part: DayPart) => void;
}) {
  const { chosen, now, onDay, onPart } = props;
  const { point } = chosen;
  const day = chosen.at === 'part' ? chosen.day : undefined;
  const say = useSay();
  const name = useName();
  return (
    <>
      <Facts
        id="chosen-place"
        facts={[
          { name: say(texts.place), value: name(point.name) },
          { name: say(texts.hours), value: name(point.hours) },
          ...(day === undefined
            ? []
            : [{ name: say(texts.when), value: say(dayText(day, now)), live: true }]),
        ]}
      />
      <Question words={say(day === undefined ? texts.askDay : texts.askPart)} />
      <View className={day === undefined ? 'rows live' : 'rows'}>
        {day === undefined
          ? daysToCome(now).map((each, place) => (
              <LinkRow
                key={each}
                id={`day-${place + 1}`}
                label={say(dayText(each, now))}
                onTap={() => onDay(each)}
              />
            ))
          : dayParts.map((part) => (
              <LinkRow
                key={part}
                id={`part-${part}`}
                label={say(partTexts[part])}
                onTap={() => onPart(day, part)}
              />
            ))}
      </View>
      {day === undefined ? <Words className="footnote">{say(texts.checkHours)}</Words> : null}
    </>
  );
}
