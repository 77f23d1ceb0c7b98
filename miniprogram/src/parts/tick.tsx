import { View, Text as Words } from '@tarojs/components';
import { aria } from '../ui/aria.ts';
import { Icon } from '../ui/drawing.tsx';
import './tick.scss';

/** One thing to tick, with what it means in full; the whole row can be tapped. */
export function Tick(props: {
  id: string;
  ticked: boolean;
  title: string;
  words?: string;
  onChange: (ticked: boolean) => void;
}) {
  const { id, ticked, title, words, onChange } = props;
  return (
    <View
      id={id}
      className={ticked ? 'tick ticked' : 'tick'}
      onClick={() => onChange(!ticked)}
      {...aria({
        role: 'checkbox',
        label: words === undefined ? title : `${title}. ${words}`,
        checked: ticked,
      })}
    >
      <View className="tick-box">{ticked ? <Icon name="tick" /> : null}</View>
      <View className="tick-words">
        <Words className="tick-title">{title}</Words>
        {words === undefined ? null : <Words className="soft">{words}</Words>}
      </View>
    </View>
  );
}
