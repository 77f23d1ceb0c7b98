interface Spoken {
  role?: string;
  label?: string;
  /** Of a heading: 1 for the page's own, 2 below it. */
  level?: 1 | 2;
  checked?: boolean;
  disabled?: boolean;
  hidden?: boolean;
  live?: 'polite' | 'assertive';
}

const pressed: readonly (string | undefined)[] = ['button', 'checkbox', 'switch', 'radio', 'link'];

/**
 * What a screen reader learns of an element, to be spread into it. Mini-programs read the `aria-...` names that
 * `config/aria.json` keeps, `aria-role` among them; browsers know `role` alone, and want to be told what the keyboard can reach.
 */
export function aria(spoken: Spoken): Record<string, string | number> {
  const { role, label, live } = spoken;
  return {
    ...(role === undefined ? {} : roleOf(role)),
    ...(label === undefined ? {} : { 'aria-label': label }),
    ...(live === undefined ? {} : { 'aria-live': live }),
    ...(spoken.checked === undefined ? {} : { 'aria-checked': String(spoken.checked) }),
    ...(spoken.disabled ? { 'aria-disabled': 'true' } : {}),
    ...(spoken.hidden ? { 'aria-hidden': 'true' } : {}),
    ...(process.env.TARO_ENV === 'h5' ? inBrowsers(spoken) : {}),
  };
}

function roleOf(role: string): Record<string, string> {
  return process.env.TARO_ENV === 'h5' ? { role } : { 'aria-role': role };
}

function inBrowsers({ role, level, disabled }: Spoken): Record<string, string | number> {
  return {
    ...(level === undefined ? {} : { 'aria-level': String(level) }),
    ...(pressed.includes(role) ? { tabIndex: disabled ? -1 : 0 } : {}),
  };
}

let pressesByKey = false;

/** In a browser, Enter and the space bar press what has the focus and is no native control. Once is for good. */
export function pressByKey(): void {
  if (process.env.TARO_ENV !== 'h5' || pressesByKey) return;
  pressesByKey = true;
  document.addEventListener('keydown', (event) => {
    const { key, target } = event;
    if ((key !== 'Enter' && key !== ' ') || !(target instanceof HTMLElement)) return;
    if (target.tabIndex !== 0 || !target.matches('[role]:not(input, button, a)')) return;
    event.preventDefault();
    target.click();
  });
}
