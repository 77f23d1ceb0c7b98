/** What is read of an event of the keyboard. */
type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'target'>;

const fields: readonly unknown[] = ['input', 'textarea'];

/**
 * What a key of the keyboard is to the keypad: a digit, or `back`. Nothing where it is part of a shortcut, or is typed into a field that stands
 * beside the keypad: that belongs there alone.
 */
export function pinKey({ key, ctrlKey, metaKey, altKey, target }: Pressed): string | undefined {
  if (ctrlKey || metaKey || altKey) return undefined;
  if (target !== null && 'localName' in target && fields.includes(target.localName)) return undefined;
  if (key === 'Backspace') return 'back';
  return /^[0-9]$/.test(key) ? key : undefined;
}
