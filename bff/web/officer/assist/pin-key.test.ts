import { describe, expect, it } from 'vitest';
import { pinKey } from './pin-key.ts';

const plain = { ctrlKey: false, metaKey: false, altKey: false, target: null };
const typedInto = (localName: string) => Object.assign(new EventTarget(), { localName });

describe('the keypad hears of the keyboard', () => {
  it('digits and the key back, also where a button has the focus, and nothing else', () => {
    const target = typedInto('button');
    expect(
      ['0', '7', 'Backspace', 'a', 'Enter', 'F1', '٣'].map((key) => pinKey({ ...plain, key, target })),
    ).toEqual([...['0', '7', 'back'], ...[undefined, undefined, undefined, undefined]]);
  });

  it.each(['input', 'textarea'])('nothing of what is typed into an %s beside it', (localName) => {
    for (const key of ['7', 'Backspace'])
      expect(pinKey({ ...plain, key, target: typedInto(localName) })).toBeUndefined();
  });

  it.each(['ctrlKey', 'metaKey', 'altKey'])('nothing of a shortcut with %s', (held) => {
    for (const key of ['7', 'Backspace']) expect(pinKey({ ...plain, key, [held]: true })).toBeUndefined();
  });
});
