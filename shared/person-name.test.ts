import { describe, expect, it } from 'vitest';
import * as limits from './limits.ts';
import { readPersonName } from './person-name.ts';

const canonical = (text: string) => {
  const read = readPersonName(text);
  return read.ok ? read.canonical : read.problem;
};

describe('a name', () => {
  it.each([
    ['dots U+00B7 and U+2022', '买买提·艾力', '买买提•艾力'],
    ['dots U+00B7 and U+30FB', '买买提·艾力', '买买提・艾力'],
    ['dots U+00B7 and U+FF65', '买买提·艾力', '买买提･艾力'],
    ['dots U+00B7 and U+2027', '买买提·艾力', '买买提‧艾力'],
    ['a dot and a full stop between Han characters', '买买提·艾力', '买买提.艾力'],
    ['a dot with and without spaces', '买买提·艾力', '买买提 · 艾力'],
    ['NFC and NFD', 'José Ramón', 'Jose\u0301 Ramo\u0301n'],
    ['space and ideographic space', 'ANNA SMITH', 'ANNA\u3000SMITH'],
    ['space and no-break space', 'ANNA SMITH', 'ANNA\u00a0SMITH'],
    ['a zero width space', '欧阳明月', '欧阳\u200b明月'],
    ['a byte order mark', '欧阳明月', '\ufeff欧阳明月'],
    ['a variation selector', '葛明', '葛\u{e0100}明'],
    ['U+516D and its compatibility form U+F9D1', '六指琴', '\uf9d1指琴'],
    ['a Kangxi radical', '金明', '\u2fa6明'],
    ['single and double space', 'ANNA SMITH', 'ANNA  SMITH'],
    ['a space between Han characters', '欧阳明月', '欧阳 明月'],
    ['capitals and small letters', 'ANNA SMITH', 'Anna Smith'],
    ['full width letters', 'ANNA SMITH', 'ＡＮＮＡ　ＳＭＩＴＨ'],
  ])('written in two ways is one name: %s', (_what, one, other) => {
    expect(canonical(other)).toBe(canonical(one));
  });

  it.each([
    ['林知遥', '林知瑶'],
    ['ANNA SMITH', 'ANNASMITH'],
    ['买买提·艾力', '买买提艾力'],
    ['José', 'Jose'],
  ])('%s and %s are two names', (one, other) => {
    expect(canonical(one)).not.toBe(canonical(other));
  });

  it('has a canonical form that is its own', () => {
    for (const text of ['买买提 ・ 艾力', 'Jose\u0301  Ramón', '\uf9d1 指琴', 'ﬁona'])
      expect(canonical(canonical(text))).toBe(canonical(text));
  });

  it('is kept as it was written, but for white space at its ends', () => {
    expect(readPersonName(' 买买提•艾力\u3000')).toMatchObject({ ok: true, written: '买买提•艾力' });
  });

  it.each([
    ['nothing', '', 'empty'],
    ['white space alone', ' \u3000', 'empty'],
    ['invisible characters alone', '\u200b\u200d\u2060\ufeff\u00ad', 'empty'],
    ['a filler alone', '\u3164', 'empty'],
    ['dots alone', '··', 'empty'],
    ['a bidirectional override', '林\u202e知遥', 'direction'],
    ['a right-to-left mark', '林知遥\u200f', 'direction'],
    ['an isolate', '\u2066林知遥\u2069', 'direction'],
    ['half of a surrogate pair', '林\ud840遥', 'characters'],
    ['the other half', '林\udc00遥', 'characters'],
    ['a control character', '林\u0000遥', 'characters'],
    ['a line separator', '林\u2028遥', 'characters'],
    ['what is no character', '林\uffff遥', 'characters'],
    ['more than the longest name', '林'.repeat(limits.personName + 1), 'too-long'],
  ])('is refused with the reason: %s', (_what, text, problem) => {
    expect(readPersonName(text)).toEqual({ ok: false, problem });
  });

  it('may have rare characters beyond the basic plane, each counted once', () => {
    expect(readPersonName('𠮷'.repeat(limits.personName))).toMatchObject({ ok: true });
  });
});
