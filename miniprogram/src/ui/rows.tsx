import { View, Text as Words } from '@tarojs/components';
import { aria } from './aria.ts';
import { Icon } from './drawing.tsx';

/** A row that opens something; the whole row is the target. */
export function LinkRow({ id, label, onTap }: { id: string; label: string; onTap: () => void }) {
  return (
    <View id={id} className="row" onClick={onTap} {...aria({ role: 'button', label })}>
      <Words className="row-words">{label}</Words>
      <Icon name="onward" />
    </View>
  );
}

/** Something that is on or off; the whole row is the target. */
export function SwitchRow(props: {
  id: string;
  label: string;
  hint?: string;
  on: boolean;
  onChange: (on: boolean) => void;
}) {
  const { label, hint, on, onChange } = props;
  return (
    <View
      id={props.id}
      className="row"
      onClick={() => onChange(!on)}
      {...aria({ role: 'switch', label: hint === undefined ? label : `${label}, ${hint}`, checked: on })}
    >
      <View className="row-words">
        <Words>{label}</Words>
        {hint === undefined ? null : <Words className="row-hint">{hint}</Words>}
      </View>
      <View className={on ? 'switch switch-on' : 'switch'}>
        <View className="switch-knob" />
      </View>
    </View>
  );
}
