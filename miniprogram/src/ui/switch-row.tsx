import { View } from '@tarojs/components';
import { aria } from './aria.ts';
import { RowWords } from './row-words.tsx';
import './form.scss';

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
      <RowWords label={label} hint={hint} />
      <View className={on ? 'switch switch-on' : 'switch'}>
        <View className="switch-knob" />
      </View>
    </View>
  );
}
