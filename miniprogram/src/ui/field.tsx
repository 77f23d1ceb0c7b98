import { Input, View, Text as Words } from '@tarojs/components';
import { useEffect } from 'react';
import { aria } from './aria.ts';
import { nameInput } from './name-input.ts';

/** One line to type in, with its label above and what to correct below. */
export function Field(props: {
  id: string;
  label: string;
  value: string;
  onType: (value: string) => void;
  type?: 'text' | 'number' | 'idcard';
  longest?: number;
  placeholder?: string;
  hint?: string | undefined;
  wrong?: string | undefined;
  /** What a browser may fill in by itself; nothing unless it says so. */
  fill?: 'tel-national' | 'one-time-code';
}) {
  const { id, label, value, onType, type = 'text', longest = 100, wrong, hint, fill = 'off' } = props;
  const spoken = wrong === undefined ? label : `${label}, ${wrong}`;
  const digits = type === 'number';
  const isWrong = wrong !== undefined;
  useEffect(
    () => nameInput(id, { label: spoken, fill, wrong: isWrong, digits }),
    [id, spoken, fill, isWrong, digits],
  );
  return (
    <View className={wrong === undefined ? 'field' : 'field field-wrong'}>
      <Words className="field-label">{label}</Words>
      <Input
        id={id}
        className={type === 'idcard' ? 'field-input field-card-number' : 'field-input'}
        placeholderClass="field-placeholder"
        value={value}
        type={type}
        maxlength={longest}
        placeholder={props.placeholder ?? ''}
        onInput={(event) => onType(event.detail.value)}
        {...aria({ label: spoken })}
      />
      {wrong === undefined && hint !== undefined ? <Words className="field-hint">{hint}</Words> : null}
      {wrong === undefined ? null : (
        <View className="field-problem" {...aria({ role: 'alert', live: 'polite' })}>
          <Words>{wrong}</Words>
        </View>
      )}
    </View>
  );
}
