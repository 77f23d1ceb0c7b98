import { purposeText, scenes } from '../../../../shared/scenes.ts';
import type { SessionView } from '../../holder/who-asks.ts';
import { Facts } from '../../parts/facts.tsx';
import { timeOf } from '../../ui/time-of.ts';
import { useSay } from '../../ui/use-say.ts';
import { texts } from './texts.ts';

/** Who asked, for what and when, with a number to ask about; an application has none. */
export function Receipt({ view }: { view: SessionView }) {
  const say = useSay();
  const { asks, decidedAt, serverTime, id } = view;
  if (asks === undefined) return null;
  return (
    <Facts
      id="receipt"
      facts={[
        { name: say(texts.who), value: asks.rpName },
        { name: say(texts.counter), value: asks.counterName },
        {
          name: say(texts.what),
          value: `${say(scenes[asks.scene].text)} · ${say(purposeText[asks.purpose])}`,
        },
        { name: say(texts.when), value: timeOf(decidedAt ?? serverTime) },
        { name: say(texts.number), value: id.slice(-8) },
      ]}
    />
  );
}
