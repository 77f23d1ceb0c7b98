/**
 * Letters that are drawn like another one, by the one that they are taken for. A list of our own: the packages that carry Unicode's table
 * of confusables are not kept up, and its tens of thousands of entries are symbols that no registered name may have.
 */
const drawnAlike: readonly (readonly [as: string, letters: string])[] = [
  // Capitals, which lose their likeness when they are made small.
  ['a', 'ΑА'],
  ['b', 'ΒВ'],
  ['c', 'СϹ'],
  ['e', 'ΕЕ'],
  ['h', 'ΗН'],
  ['j', 'Ј'],
  ['k', 'ΚК'],
  ['l', 'ΙІӀ'],
  ['m', 'ΜМ'],
  ['n', 'Ν'],
  ['o', 'ΟО'],
  ['p', 'ΡР'],
  ['s', 'Ѕ'],
  ['t', 'ΤТ'],
  ['x', 'ΧХ'],
  ['y', 'ΥҮ'],
  ['z', 'Ζ'],
  // Small letters and figures.
  ['a', 'αа'],
  ['b', 'вьƅ'],
  ['c', 'сϲ'],
  ['d', 'ԁ'],
  ['e', 'еɛ'],
  ['h', 'һн'],
  ['j', 'ј'],
  ['k', 'кκ'],
  ['l', 'iı1іιӏ|'],
  ['m', 'м'],
  ['n', 'ոп'],
  ['o', '0оοσօ〇○'],
  ['p', 'рρ'],
  ['q', 'ԛ'],
  ['s', '5ѕ'],
  ['t', 'тτ'],
  ['u', 'υս'],
  ['v', 'νѵ'],
  ['w', 'ԝω'],
  ['x', 'хχ×'],
  ['y', 'уγү'],
  // Characters of one or two strokes more or less, and kana that are drawn like characters.
  ['己', '已巳'],
  ['未', '末'],
  ['土', '士'],
  ['日', '曰'],
  ['人', '入'],
  ['干', '千于'],
  ['戊', '戌戍'],
  ['工', 'エ'],
  ['力', 'カ'],
  ['口', 'ロ囗'],
  ['二', 'ニ'],
  ['八', 'ハ'],
  ['夕', 'タ'],
  ['卜', 'ト'],
  ['一', 'ー'],
];

const takenFor = new Map(drawnAlike.flatMap(([as, letters]) => [...letters].map((each) => [each, as])));
const replaced = (text: string) => [...text].map((each) => takenFor.get(each) ?? each).join('');

/**
 * What is left of a name when all that an eye passes over is taken away: two names with one skeleton can be taken for each other.
 * Full-width forms and ligatures as their plain ones (NFKC), no accents, no case, no white space, no punctuation, letters that are drawn
 * alike as one. Characters in their traditional form are others than in their simplified one.
 */
export function nameSkeleton(name: string): string {
  const plain = name
    .normalize('NFKC')
    .normalize('NFD')
    .replaceAll(/[\p{M}\p{Z}\p{P}]/gu, '');
  const letters = replaced(replaced(plain).toLowerCase());
  return letters.replaceAll('rn', 'm').replaceAll('vv', 'w').replaceAll('cl', 'd');
}
