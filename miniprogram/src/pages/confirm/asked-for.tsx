import { View, Text as Words } from '@tarojs/components';
import { levelText } from '../../../../shared/levels.ts';
import { predicateOf, purposeText, scenes } from '../../../../shared/scenes.ts';
import type { Asker } from '../../holder/who-asks.ts';
import { Facts } from '../../parts/facts.tsx';
import { useName } from '../../parts/use-name.ts';
import { Icon } from '../../ui/drawing.tsx';
import { useSay } from '../../ui/use-say.ts';
import { texts } from './texts.ts';

/** Who asks and where, in the names that the registrar has signed, for what, at which level, and what whoever asks will learn. */
export function AskedFor({ asks }: { asks: Asker }) {
  const say = useSay();
  const name = useName();
  const privately = asks.meetingId !== undefined;
  return (
    <>
      <View id="asks" className="card asks">
        <Words id="rp-name" className="asks-name">
          {privately ? say(texts.person) : name(asks.rpName)}
        </Words>
        <Words>{say(privately ? texts.asksPrivately : texts.asks)}</Words>
        <View className="asks-place">
          {privately ? (
            <Words id="privately">{say(texts.privately)}</Words>
          ) : (
            <>
              <Words id="counter-name">{name(asks.counterName)}</Words>
              <Words id="place">{name(asks.place)}</Words>
            </>
          )}
        </View>
        <View className="asks-signed">
          <Icon name="tick" />
          <Words>{say(privately ? texts.signedPrivately : texts.signed)}</Words>
        </View>
      </View>
      <Facts
        id="asked"
        facts={[
          {
            id: 'purpose',
            name: say(texts.what),
            value: `${say(scenes[asks.scene].text)} · ${say(purposeText[asks.purpose])}`,
          },
          { id: 'asked-level', name: say(texts.level), value: say(levelText[asks.level]) },
          ...(predicateOf(asks.scene) === 'adult'
            ? [{ id: 'also', name: say(texts.adultName), value: say(texts.adult) }]
            : []),
          {
            id: 'learns',
            name: say(privately ? texts.otherLearns : texts.learnsName),
            value: say(privately ? texts.learnsPrivately : texts.learns),
          },
        ]}
      />
    </>
  );
}
