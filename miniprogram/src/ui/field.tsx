import { Input, View, Text as Words } from '@tarojs/components';
import { aria } from './aria.ts';

/** One line to type in, with its label above and what to correct below. */
export function Field(props: {
  id?: string;
  label: string;
  value: string;
  onType: (value: string) => void;
  type?: 'text' | 'number' | 'idcard';
  longest?: number;
  placeholder?: string;
  hint?: string | undefined;
  wrong?: string | undefined;
  disabled?: boolean;
}) {
  const { label, value, onType, type = 'text', longest = 100, wrong, hint } = props;
  return (
    <View className={wrong === undefined ? 'field' : 'field field-wrong'}>
      <Words className="field-label">{label}</Words>
      <Input
        {...(props.id === undefined ? {} : { id: props.id })}
        className="field-input"
        placeholderClass="field-placeholder"
        value={value}
        type={type}
        maxlength={longest}
        placeholder={props.placeholder ?? ''}
        disabled={props.disabled ?? false}
        onInput={(event) => onType(event.detail.value)}
        {...aria({ label: wrong === undefined ? label : `${label}, ${wrong}` })}
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
