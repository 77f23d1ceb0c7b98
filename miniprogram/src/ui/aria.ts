interface Spoken {
  role?: string;
  label?: string;
  checked?: boolean;
  disabled?: boolean;
  hidden?: boolean;
  live?: 'polite' | 'assertive';
}

/**
 * What a screen reader learns of an element, to be spread into it. Mini-programs read the `aria-...` names that
 * `config/aria.json` keeps; browsers want the plain `role`.
 */
export function aria(spoken: Spoken): Record<string, string> {
  const { role, label, live } = spoken;
  return {
    ...(role === undefined ? {} : { role, ariaRole: role }),
    ...(label === undefined ? {} : { ariaLabel: label }),
    ...(live === undefined ? {} : { ariaLive: live }),
    ...(spoken.checked === undefined ? {} : { ariaChecked: String(spoken.checked) }),
    ...(spoken.disabled ? { ariaDisabled: 'true' } : {}),
    ...(spoken.hidden ? { ariaHidden: 'true' } : {}),
  };
}
