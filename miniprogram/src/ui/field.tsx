import { Input, View, Text as Words } from '@tarojs/components';
import { aria } from './aria.ts';
import { Icon } from './drawing.tsx';
import './form.scss';

/** One line to type in, with its label above, and below it what to type or what to correct. */
export function Field(props: {
  id: string;
  label: string;
  value: string;
  onType: (value: string) => void;
  type?: 'text' | 'number' | 'idcard';
  longest?: number;
  hint?: string | undefined;
  /** The hint says that all is well. */
  good?: boolean;
  wrong?: string | undefined;
  /** What a browser may fill in by itself; nothing unless it says so. */
  fill?: 'tel-national' | 'one-time-code';
}) {
  const { id, label, value, onType, type = 'text', longest = 100, wrong, hint, fill = 'off' } = props;
  const spoken = wrong === undefined ? label : `${label}, ${wrong}`;
  const inBrowsers = {
    ...aria({ label: spoken }),
    'aria-invalid': String(wrong !== undefined),
    autocomplete: fill,
  };
  return (
    <View className={wrong === undefined ? 'field' : 'field field-wrong'}>
      <Words className="field-label">{label}</Words>
      <Input
        id={id}
        className={type === 'idcard' ? 'field-input field-card-number' : 'field-input'}
        value={value}
        type={type}
        maxlength={longest}
        onInput={(event) => onType(event.detail.value)}
        {...(process.env.TARO_ENV === 'h5' ? { nativeProps: inBrowsers } : aria({ label: spoken }))}
      />
      {wrong === undefined && hint !== undefined ? (
        <View className={props.good ? 'field-hint field-good' : 'field-hint'}>
          {props.good ? <Icon name="tick" /> : null}
          <Words>{hint}</Words>
        </View>
      ) : null}
      {wrong === undefined ? null : <FieldProblem words={wrong} />}
    </View>
  );
}

/** What is wrong with what was typed or chosen, read out as it appears; it stands right below the field. */
export function FieldProblem({ words }: { words: string }) {
  return (
    <View className="field-problem" {...aria({ role: 'alert', live: 'polite' })}>
      <View className="notice-mark" {...aria({ hidden: true })}>
        <Icon name="attention" />
      </View>
      <Words className="notice-words">{words}</Words>
    </View>
  );
}
