import { Button, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import type { SymbolName } from '../../../shared/ui/symbols.ts';
import { aria } from './aria.ts';
import { Icon } from './drawing.tsx';

/** Filled: what most people do next. Outlined: another answer. Quiet: for those who need it. */
type Weight = 'strong' | 'plain' | 'quiet';

interface Action {
  id?: string;
  label: string;
  disabled?: boolean;
  /** Its label counts seconds. */
  live?: boolean;
  /** A sign before the words. */
  symbol?: SymbolName;
  weight?: Weight;
  onTap: () => void;
}

/** A full-width button. Buttons that stand together are of equal size, whatever their weight. */
export function ActionButton(props: Action) {
  const { label, weight = 'strong', disabled = false, live = false, onTap } = props;
  return (
    <Button
      {...(props.id === undefined ? {} : { id: props.id })}
      className={`action action-${weight}${disabled ? ' action-resting' : ''}${live ? ' live' : ''}`}
      hoverClass="action-pressed"
      disabled={disabled}
      onClick={() => {
        if (!disabled) onTap();
      }}
      {...aria({ role: 'button', label, disabled })}
    >
      {props.symbol === undefined ? null : <Icon name={props.symbol} />}
      {label}
    </Button>
  );
}

/** Two answers of equal size; neither stands out unless it has a weight of its own. */
export function ActionPair(props: { first: Action; second: Action }) {
  return (
    <View className="action-pair">
      <ActionButton weight="plain" {...props.first} />
      <ActionButton weight="plain" {...props.second} />
    </View>
  );
}

/** Stays at the lower edge of the screen, as the last part of its page, so that nobody has to look for it. */
export function ActionBar({ children }: { children: ReactNode }) {
  return <View className="action-bar">{children}</View>;
}
