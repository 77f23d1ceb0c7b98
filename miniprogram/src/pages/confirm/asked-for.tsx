import { Text as Words } from '@tarojs/components';
import { levelText } from '../../../../shared/levels.ts';
import { purposeText, scenes } from '../../../../shared/scenes.ts';
import type { SessionView } from '../../holder/who-asks.ts';
import { Facts } from '../../parts/facts.tsx';
import { useSay } from '../../ui/use-say.ts';
import { texts } from './texts.ts';

/** Who asks, where, for what, at which level, and what the counter will learn. */
export function AskedFor({ view }: { view: SessionView }) {
  const say = useSay();
  const { asks, sandbox } = view;
  if (asks === undefined) return null;
  return (
    <>
      <Facts
        id="asks"
        facts={[
          { id: 'rp-name', name: say(texts.who), value: asks.rpName },
          { id: 'counter-name', name: say(texts.counter), value: asks.counterName },
          { id: 'place', name: say(texts.place), value: asks.place },
          {
            id: 'purpose',
            name: say(texts.what),
            value: `${say(scenes[asks.scene].text)} · ${say(purposeText[asks.purpose])}`,
          },
          { id: 'asked-level', name: say(texts.level), value: say(levelText[asks.level]) },
        ]}
      />
      <Words className="line">{say(texts.learns)}</Words>
      {sandbox === true ? <Words className="soft">{say(texts.sandbox)}</Words> : null}
    </>
  );
}
