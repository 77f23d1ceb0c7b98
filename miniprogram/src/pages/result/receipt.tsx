import { purposeText, scenes } from '../../../../shared/scenes.ts';
import type { SessionView } from '../../holder/who-asks.ts';
import { Facts } from '../../parts/facts.tsx';
import { useName } from '../../parts/use-name.ts';
import { timeOf } from '../../ui/time-of.ts';
import { useSay } from '../../ui/use-say.ts';
import { texts } from './texts.ts';

/** Who asked, where, for what, and when it ended; an application has none. */
export function Receipt({ view }: { view: SessionView }) {
  const say = useSay();
  const name = useName();
  const { asks, decidedAt, serverTime } = view;
  if (asks === undefined) return null;
  return (
    <Facts
      id="receipt"
      facts={[
        { name: say(texts.who), value: name(asks.rpName) },
        { name: say(texts.counter), value: name(asks.counterName) },
        { name: say(texts.place), value: name(asks.place) },
        {
          name: say(texts.what),
          value: `${say(scenes[asks.scene].text)} · ${say(purposeText[asks.purpose])}`,
        },
        { name: say(texts.when), value: timeOf(decidedAt ?? serverTime), live: true },
      ]}
    />
  );
}
