import { expect, it } from 'vitest';
import { faceTakers } from '../challenge.ts';
import { consentForms, consentVersion } from './consent-forms.ts';
import { hashConsentText } from './hash-consent-text.ts';
import { type ConsentTexts, textsByVersion } from './texts-by-version.ts';
import { wordsAgreedTo } from './words-agreed-to.ts';

/**
 * What the texts of each version come to, the oldest first. A line is added and none is changed: people agreed to those words, and records name
 * them. Whoever changes a word keeps the words before it (`earlier`), gives today's a version of their own, and adds its line here.
 */
const sums: readonly (readonly [version: string, sum: string])[] = [
  ['2026-11-29', 'KJl6ZKttohyGWpAluuH3p3erWAI6H7ZlSHNrO1Oj6U4'],
  ['2026-11-30.TYnNffDP', 'TYnNffDP6Z3aVDEDnzw4K20Pyus8dsPdjQQpimmRm1A'],
];

/** Of all words in both languages, in the order of forms that grows at its end alone. */
function sumOf(texts: ConsentTexts): string {
  const shown = consentForms.flatMap((form) =>
    [...faceTakers, 'voice'].flatMap((about) => texts[form]?.[about] ?? []),
  );
  const all = shown.flatMap((words) => [hashConsentText(words, 'zh'), hashConsentText(words, 'en')]).join();
  return hashConsentText({ title: { zh: all, en: '' }, words: { zh: '', en: '' } }, 'zh');
}

it('the words of every version are as they were, and none was taken away', () => {
  const found = Object.entries(textsByVersion).map(([version, texts]) => [version, sumOf(texts)]);
  expect(found).toEqual(sums);
});

it('a version names its own words: none can be given to two sets of them', () => {
  const [, ...sinceNamed] = sums;
  for (const [version, sum] of sinceNamed)
    expect(version).toMatch(new RegExp(`^\\d{4}-\\d{2}-\\d{2}\\.${sum.slice(0, 8)}$`));
  expect(sums.at(-1)?.[0]).toBe(consentVersion);
});

it('an edited word, a form more and one less are another sum', () => {
  const [texts] = Object.values(textsByVersion);
  const { check = {}, ...others } = texts ?? {};
  const edited = { ...check, phone: { title: { zh: '甲', en: 'a' }, words: { zh: '乙', en: 'b' } } };
  const sum = sumOf({ ...others, check });
  expect(sum).toBe(sums[0]?.[1]);
  expect(sumOf({ ...others, check: edited })).not.toBe(sum);
  expect(sumOf(others)).not.toBe(sum);
  expect(sumOf({ ...others, check, kin: check })).not.toBe(sum);
});

it('a record finds the words that it names, of whichever version, and nothing in the place of others', () => {
  const named = { form: 'check', subject: 'face', taker: 'phone', language: 'zh' } as const;
  for (const [version] of sums) {
    const found = wordsAgreedTo({ ...named, version });
    const words = textsByVersion[version]?.check?.phone;
    expect(found?.title).toBe(words?.title.zh);
    expect(found?.hash).toBe(words && hashConsentText(words, 'zh'));
  }
  for (const version of ['2020-01-01', 'toString', '__proto__'])
    expect(wordsAgreedTo({ ...named, version })).toBeUndefined();
  expect(wordsAgreedTo({ ...named, form: 'kin', version: '2026-11-29' })).toBeUndefined();
  expect(
    wordsAgreedTo({ ...named, form: 'ward', subject: 'voice', version: consentVersion }),
  ).toBeUndefined();
});

it('a hash names the words, their place and their language', () => {
  const words = { title: { zh: '甲', en: 'a' }, words: { zh: '乙', en: 'b' } };
  const hashes = [
    hashConsentText(words, 'zh'),
    hashConsentText(words, 'en'),
    hashConsentText({ title: words.words, words: words.title }, 'zh'),
    hashConsentText({ title: { zh: '甲乙', en: '' }, words: { zh: '', en: '' } }, 'zh'),
  ];
  expect(new Set(hashes).size).toBe(4);
  for (const hash of hashes) expect(hash).toMatch(/^[A-Za-z0-9_-]{43}$/);
});
