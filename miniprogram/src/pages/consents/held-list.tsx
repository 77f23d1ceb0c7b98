import { View, Text as Words } from '@tarojs/components';
import { useState } from 'react';
import type { Text } from '../../../../shared/text.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Card } from '../../ui/card.tsx';
import { useSay } from '../../ui/use-say.ts';
import { items, texts } from './held-texts.ts';

/** One that is held: what it is, and when or until when. */
export interface Entry {
  what: string;
  when: string;
}

/** So many are shown at once; the rest at a tap. */
const atOnce = 5;

/** Every entry of a list that is held, each to be read; nothing where there is none. */
export function HeldList({ id, name, entries }: { id: string; name: Text; entries: readonly Entry[] }) {
  const say = useSay();
  const [all, setAll] = useState(false);
  if (entries.length === 0) return null;
  const numbered = entries.map((entry, place) => ({ ...entry, place }));
  return (
    <View id={`held-${id}`}>
      <Card heading={`${say(name)} · ${say(items(entries.length))}`}>
        {numbered.slice(0, all ? entries.length : atOnce).map(({ place, what, when }) => (
          <View key={place} className="fact">
            <Words className="fact-name">{what}</Words>
            <Words className="fact-value live">{when}</Words>
          </View>
        ))}
        {all || entries.length <= atOnce ? null : (
          <ActionButton
            id={`all-${id}`}
            label={say(texts.showAll)}
            weight="quiet"
            onTap={() => setAll(true)}
          />
        )}
      </Card>
    </View>
  );
}
