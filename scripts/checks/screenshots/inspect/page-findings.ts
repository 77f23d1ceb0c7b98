import type { Finding } from '../finding.ts';

/** Runs inside the page, so it stands alone: the page as a whole, whether fingers find its controls, and whether one of them alone is filled. */
export function pageFindings(): Finding[] {
  const leastTarget = 44;
  const rounding = 0.5;
  const found: Finding[] = [];
  const root = document.documentElement;
  for (const { scrollWidth, clientWidth } of [root, ...document.querySelectorAll('.taro_page')])
    if (scrollWidth > clientWidth)
      found.push({ kind: 'too wide', what: `${scrollWidth} px on a screen of ${clientWidth} px` });
  if ((document.body.innerText ?? '').trim().length < 10)
    found.push({ kind: 'empty', what: 'next to no words' });
  const english = navigator.language.startsWith('en');
  if (!root.lang.startsWith(english ? 'en' : 'zh'))
    found.push({ kind: 'language', what: `<html lang="${root.lang}">` });

  const controls =
    'a[href], button, select, textarea, input, [role=button], [role=link], [role=checkbox], [role=switch], [role=radio]';
  for (const control of document.querySelectorAll(controls)) {
    if (!control.checkVisibility()) continue;
    const target = targetOf(control).getBoundingClientRect();
    const { width, height } = target;
    if (width < leastTarget - rounding || height < leastTarget - rounding)
      found.push({
        kind: 'touch target',
        what: `${nameOf(control)} is ${Math.round(width)} x ${Math.round(height)} px`,
      });
  }
  const filled = [
    ...document.querySelectorAll('.action-strong:not(.action-resting), button.main, .landing-main'),
  ]
    .filter((button) => button.checkVisibility())
    .map(nameOf);
  if (filled.length > 1) found.push({ kind: 'filled buttons', what: filled.join(', ') });
  return found;

  /** A field or a label around a control belongs to it: touching it is touching the control. */
  function targetOf(control: Element): Element {
    return control.closest('label, .field-input') ?? control;
  }

  function nameOf(control: Element): string {
    const near = control.id === '' ? control.parentElement?.id : control.id;
    return `#${near ?? ''} “${(control.textContent ?? '').trim().slice(0, 20)}”`;
  }
}

/** Runs inside the page, scrolled to its end: no words may then lie under a bar that stays in place. */
export function coveredFindings(): Finding[] {
  const found: Finding[] = [];
  const scrolled = [document.documentElement, ...document.querySelectorAll('.taro_page')];
  for (const each of scrolled) each.scrollTo(0, each.scrollHeight);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const owner = node.parentElement;
    if (owner === null || (node.textContent ?? '').trim() === '' || !owner.checkVisibility()) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const { left, top, width, height } of range.getClientRects()) {
      const [x, y] = [left + width / 2, top + height / 2];
      const on = document.elementFromPoint(x, y);
      if (width <= 1 || on === null || on.contains(owner) || owner.contains(on)) continue;
      if (getComputedStyle(owner).clipPath !== 'none') continue;
      const what = `“${(node.textContent ?? '').trim().slice(0, 30)}” lies under .${on.className}`;
      found.push({ kind: 'covered', what });
      break;
    }
  }
  for (const each of scrolled) each.scrollTo(0, 0);
  return found;
}
