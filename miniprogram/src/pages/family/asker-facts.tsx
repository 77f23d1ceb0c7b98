import { purposeText, scenes } from '../../../../shared/scenes.ts';
import type { Asker } from '../../holder/who-asks.ts';
import { Facts } from '../../parts/facts.tsx';
import { useName } from '../../parts/use-name.ts';
import { useSay } from '../../ui/use-say.ts';
import { texts } from './texts.ts';

/** Who asks, where and what for, in the names that the registrar has signed. */
export function AskerFacts({ asks }: { asks: Asker }) {
  const say = useSay();
  const name = useName();
  return (
    <Facts
      id="ward-asked"
      facts={[
        { name: say(texts.asker), value: name(asks.rpName) },
        { name: say(texts.counter), value: name(asks.counterName) },
        { name: say(texts.place), value: name(asks.place) },
        {
          name: say(texts.what),
          value: `${say(scenes[asks.scene].text)} · ${say(purposeText[asks.purpose])}`,
        },
      ]}
    />
  );
}
