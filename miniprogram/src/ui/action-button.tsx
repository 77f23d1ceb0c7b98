import { Button, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { aria } from './aria.ts';

interface Action {
  id?: string;
  label: string;
  disabled?: boolean;
  onTap: () => void;
}

/** A full-width button; two of the same `weight` side by side or below each other look equally important. */
export function ActionButton(props: Action & { weight?: 'strong' | 'plain' }) {
  const { label, weight = 'strong', disabled = false, onTap } = props;
  return (
    <Button
      {...(props.id === undefined ? {} : { id: props.id })}
      className={`action action-${weight}${disabled ? ' action-resting' : ''}`}
      hoverClass="action-pressed"
      disabled={disabled}
      onClick={() => {
        if (!disabled) onTap();
      }}
      {...aria({ role: 'button', label, disabled })}
    >
      {label}
    </Button>
  );
}

/** Two answers of equal weight, such as agree and decline: same size, same colours. */
export function ActionPair(props: { first: Action; second: Action; weight?: 'strong' | 'plain' }) {
  const { first, second, weight = 'plain' } = props;
  return (
    <View className="action-pair">
      <ActionButton weight={weight} {...first} />
      <ActionButton weight={weight} {...second} />
    </View>
  );
}

/** Stays at the lower edge of the screen, as the last part of its page, so that nobody has to look for it. */
export function ActionBar({ children }: { children: ReactNode }) {
  return <View className="action-bar">{children}</View>;
}
