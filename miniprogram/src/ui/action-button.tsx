import { Button } from '@tarojs/components';
import { aria } from './aria.ts';

/** A full-width button; two of the same `weight` side by side or below each other look equally important. */
export function ActionButton(props: {
  id?: string;
  label: string;
  weight?: 'strong' | 'plain';
  disabled?: boolean;
  onTap: () => void;
}) {
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
