import { decodeHex } from '../../../shared/bytes/hex.ts';
import { encodeUtf8 } from '../../../shared/bytes/utf8.ts';
import type { JsonBody } from './send-json-bodies.ts';

/** Cases that have no bar of their own stand on one line. */
const each = (line: string): string[] => line.split(' ¦ ');

const wellFormed = [
  ...each(
    '{} ¦ [] ¦ 0 ¦ -0 ¦ 1e5 ¦ 1E+5 ¦ -1.5e-7 ¦ "" ¦ true ¦ false ¦ null ¦ {"a":1,"a":2} ¦ {"":0} ¦ {"length":-1}',
  ),
  ...each(
    String.raw`"\u0000" ¦ "\ud83d\ude00" ¦ "\ud800" ¦ "\/\b\f\n\r\t\"" ¦ [[[[[[[[]]]]]]]] ¦ {"a":{"b":[{}]}}`,
  ),
  ...each('[1e400] ¦ [-1e400] ¦ [123456789012345678901234567890] ¦ [0.00000000000000000000000000001]'),
  ...[' \t\r\n{ } \n', '"\u2028\u2029"', '"\u{10ffff}"', '"\u007f"', '{"scene":"hotel"}'],
  ...[`"${'x'.repeat(10_000)}"`, `[${'1,'.repeat(5_000)}1]`],
];

const malformed = [
  ...each(
    `{ ¦ } ¦ [ ¦ ] ¦ {] ¦ [} ¦ [1,] ¦ [,1] ¦ [1 2] ¦ [1,,2] ¦ {"a"} ¦ {"a":} ¦ {"a":1,} ¦ {,} ¦ {a:1} ¦ {'a':1}`,
  ),
  ...each(
    '{"a":1 "b":2} ¦ {1:1} ¦ {"a"::1} ¦ {"a":1}{ ¦ {}{} ¦ []x ¦ 1 2 ¦ 01 ¦ -01 ¦ +1 ¦ .5 ¦ 5. ¦ 1e ¦ 1e+ ¦ 0x10 ¦ 1_0',
  ),
  ...each(
    `--1 ¦ - ¦ NaN ¦ Infinity ¦ -Infinity ¦ nul ¦ True ¦ TRUE ¦ undefined ¦ 'a' ¦ " ¦ "a ¦ a" ¦ <x/> ¦ a=b`,
  ),
  ...each(
    String.raw`"\" ¦ "\x41" ¦ "\u12" ¦ "\uGHIJ" ¦ "\ " ¦ /*x*/{} ¦ {}//x ¦ #{} ¦ {"a":/**/1} ¦ {"__proto__":{}}`,
  ),
  ...['"\n"', '"\t"', '"\u0000"', '"\u001f"', '[\u000b]', '[\f]', '\u00a0[]', '[]\u3000', '\u2060{}'],
  ...['[1,\u00002]', '\u0000', ' ', '\n', '['.repeat(8_000), '{"a":'.repeat(2_000), '"\\'.repeat(500)],
  `[${'['.repeat(4_000)}${']'.repeat(4_000)}`,
];

/** Bytes that are no UTF-8, inside a text, in hexadecimal: overlong, cut, surrogates, beyond the last code point. */
const noUtf8 = each(
  '80 ¦ bf ¦ c080 ¦ c1bf ¦ c2 ¦ e08080 ¦ e09fbf ¦ e282 ¦ eda080 ¦ edbfbf ¦ f0808080 ¦ f4908080 ¦ f5 ¦ f888 ¦ fe ¦ ff',
);

const named =
  (isJson: boolean) =>
  (text: string): JsonBody => ({ name: JSON.stringify(text.slice(0, 40)), bytes: encodeUtf8(text), isJson });

/** Bodies by the grammar of RFC 8259, each rule kept and broken. */
export const jsonBodies: readonly JsonBody[] = [
  ...wellFormed.map(named(true)),
  ...malformed.map(named(false)),
  ...noUtf8.map((hex) => ({ name: `bytes ${hex}`, bytes: decodeHex(`22${hex}22`), isJson: false })),
  { name: 'UTF-16', bytes: new Uint8Array(Buffer.from('{"é":1}', 'utf16le')), isJson: false },
  { name: 'Latin 1', bytes: new Uint8Array(Buffer.from('{"é":1}', 'latin1')), isJson: false },
  { name: 'nothing', bytes: new Uint8Array(), isJson: false },
];

const points = (line: string) => each(line).map((text) => String.fromCodePoint(Number.parseInt(text, 16)));
const invisible = points(
  '0 ¦ 1 ¦ 7 ¦ 8 ¦ 1b ¦ 7f ¦ 80 ¦ 85 ¦ 9f ¦ a0 ¦ ad ¦ 200b ¦ 200d ¦ 200e ¦ 202e ¦ 2060 ¦ 2066 ¦ 3000 ¦ feff ¦ fff9 ¦ fffd ¦ fffe ¦ ffff',
);

/** Texts that have broken programs, by what they break. */
export const naughtyTexts: readonly string[] = [
  ...[
    '',
    ' ',
    '\t',
    '\n',
    '\r\n',
    'hotel\u0000',
    'hotel\n',
    ' hotel',
    'check-in\r\nx: y',
    'a\r\n\r\nb',
    'x\u2028y',
  ],
  ...each('. ¦ .. ¦ ../../etc/passwd ¦ ..%2f..%2fetc%2fpasswd ¦ / ¦ // ¦ ? ¦ # ¦ % ¦ %00 ¦ %zz ¦ %c0%af'),
  ...each(
    'undefined ¦ null ¦ NULL ¦ true ¦ NaN ¦ Infinity ¦ -0 ¦ 1e1000 ¦ 0x0 ¦ 1/0 ¦ 9007199254740993 ¦ 1.0 ¦ ١٢٣ ¦ １２３',
  ),
  ...each(
    '__proto__ ¦ constructor ¦ prototype ¦ toString ¦ hasOwnProperty ¦ valueOf ¦ then ¦ toJSON ¦ __defineGetter__ ¦ length',
  ),
  ...each(
    `' or 1=1 -- ¦ '; drop table sessions; -- ¦ " or ""=" ¦ $(id) ¦ ; ls ¦ && true ¦ {{7*7}} ¦ #{1} ¦ <%= 1 %>`,
  ),
  ...['`id`', '| cat', `${'$'}{jndi:ldap://x/a}`, '..\\..\\', '=cmd|x!A1', '@SUM(1)', 'HOTEL', 'hοtel'],
  ...each('<script>alert(1)</script> ¦ "><img src=x onerror=alert(1)> ¦ javascript:alert(1) ¦ <!-- ¦ ]]>'),
  ...each(
    'ſ ¦ ß ¦ ﬁ ¦ İ ¦ ı ¦ Å ¦ Ѐ ¦ 亮证 ¦ 𠮷野家 ¦ مرحبا ¦ שלום ¦ ไทย ¦ हिन्दी ¦ 한국어 ¦ 👨‍👩‍👧 ¦ 🇨🇳 ¦ 🏿',
  ),
  ...invisible.flatMap((letter) => [letter, `a${letter}b`, letter.repeat(20)]),
  ...['\ud800', '\udbff', '\udc00', '\udfff'].map((half) => `a${half}b`),
  ...['e\u0301\u0327\u0308', '\u202eabc\u202c', '\u{e0001}', '\u{10ffff}', `a${'\u0310'.repeat(300)}`],
  ...[
    'x'.repeat(300),
    '亮'.repeat(300),
    'a'.repeat(5_000),
    '{"a":[1,{"b":"c"}]}',
    'https://id.example/q/1.x.0.y',
  ],
  'https://id.example/q/1.AAAAAAAAAAAAAAAAAAAAAA.0.AAAAAAAAAAAAAAAAAAAAAA',
];
