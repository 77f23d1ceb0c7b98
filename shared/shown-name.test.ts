import { describe, expect, it } from 'vitest';
import { shownNamePattern } from './shown-name.ts';

const isShown = (name: string) => new RegExp(shownNamePattern, 'u').test(name);

describe('a name that people are shown', () => {
  it.each(['鹿鸣酒店', 'Grand Hotel (2), “Nord”', '买买提·艾力 客栈', '\u{20bb7}野家', '1', '店'.repeat(60)])(
    'may be %s',
    (name) => expect(isShown(name)).toBe(true),
  );

  it.each([
    ['empty', ''],
    ['of white space alone', ' \u3000 '],
    ['longer than a line', '店'.repeat(61)],
    ['over several lines', '酒店\n派出所'],
    ['over several lines by a separator', '酒店\u2028派出所'],
    ['read from right to left', '酒店\u202egpj'],
    ['isolated from its direction', '\u2066酒店\u2069'],
    ['led by a mark of direction', '\u200f酒店'],
    ['like another but for a zero width space', '酒\u200b店'],
    ['like another but for a variation selector', '酒\ufe0f店'],
    ['like another but for a filler', '酒店\u3164'],
    ['like another but for a space behind', '酒店 '],
    ['of signs alone', '...'],
    ['half a character', '酒店\ud842'],
  ])('may not be %s', (_, name) => expect(isShown(name)).toBe(false));
});
