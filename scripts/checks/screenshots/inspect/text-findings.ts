import type { Finding } from '../finding.ts';

/**
 * Runs inside the page, so it stands alone: text that is cut off, that sticks out of its box, that breaks inside a word, or whose last
 * line is one character. Only what a screen reader alone is told is left out.
 */
export function textFindings(): Finding[] {
  const tolerance = 2;
  const found: Finding[] = [];
  const report = (kind: Finding['kind'], words: string, why: string) =>
    found.push({ kind, what: `“${words.trim().slice(0, 30)}” ${why}` });

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const owner = node.parentElement;
    const words = node.textContent ?? '';
    if (owner === null || words.trim() === '' || !owner.checkVisibility() || unseen(owner)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const boxes = [...range.getClientRects()].filter(({ width }) => width > 0);
    const cut = boxes.map((box) => cutBy(owner, box)).find((by) => by !== undefined);
    if (cut !== undefined) report('clipped', words, cut);
    for (const word of words.matchAll(/[A-Za-z’'-]{3,20}(?![\w.:/])/g)) {
      if (/[\w./_]/.test(words.charAt(word.index - 1))) continue;
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
      if (lines.size > 1 && !word[0].includes('-')) report('broken word', words, `breaks inside ${word[0]}`);
    }
    const [before, last] = [...words.matchAll(/\p{Script=Han}/gu)]
      .slice(-2)
      .map(({ index }) => lineOf(node, index));
    for (const { index } of words.matchAll(/(?<=\p{Script=Han})[，。；：、！？]/gu))
      if (lineOf(node, index - 1) !== lineOf(node, index))
        report('lone character', words, 'begins a line with what ends a phrase');
    if (last !== undefined && before !== last)
      report('lone character', words, 'leaves one alone on its last line');
  }
  return found;

  /** Where the line stands that a character is on. */
  function lineOf(node: Node, index: number): number | undefined {
    const range = document.createRange();
    range.setStart(node, index);
    range.setEnd(node, index + 1);
    const [box] = range.getClientRects();
    return box === undefined ? undefined : Math.round(box.top);
  }

  function unseen(element: Element): boolean {
    for (let at: Element | null = element; at !== null; at = at.parentElement) {
      const { clip, clipPath } = getComputedStyle(at);
      if (clip !== 'auto' || clipPath.startsWith('inset')) return true;
      if (['STYLE', 'SCRIPT', 'NOSCRIPT', 'OPTION', 'TITLE'].includes(at.tagName)) return true;
    }
    return false;
  }

  function cutBy(owner: Element, box: DOMRect): string | undefined {
    const size = Number.parseFloat(getComputedStyle(owner).fontSize);
    for (let at: Element | null = owner; at !== null && at !== document.body; at = at.parentElement) {
      const { overflowX, overflowY, display } = getComputedStyle(at);
      if (display.startsWith('inline') && display !== 'inline-block' && display !== 'inline-flex') continue;
      const edge = at.getBoundingClientRect();
      const scrolls = /auto|scroll/.test(overflowX);
      if (!scrolls && (box.left < edge.left - tolerance || box.right > edge.right + tolerance))
        return `is wider than ${nameOf(at)}`;
      // A line's box is higher than its letters, so that a little of it may stand out.
      const hidden = overflowY === 'hidden' || overflowY === 'clip';
      if (hidden && (box.top < edge.top - size / 3 || box.bottom > edge.bottom + size / 3))
        return `is higher than ${nameOf(at)}`;
    }
    return undefined;
  }

  function nameOf(element: Element): string {
    return element.id === '' ? `.${element.className}` : `#${element.id}`;
  }
}
