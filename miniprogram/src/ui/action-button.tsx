import { Button } from '@tarojs/components';

/** A full-width button; two of the same `weight` side by side or below each other look equally important. */
export function ActionButton(props: {
  label: string;
  weight?: 'strong' | 'plain';
  disabled?: boolean;
  onTap: () => void;
}) {
  const { label, weight = 'strong', disabled = false, onTap } = props;
  return (
    <Button className={`action action-${weight}`} ariaLabel={label} disabled={disabled} onClick={onTap}>
      {label}
    </Button>
  );
}
