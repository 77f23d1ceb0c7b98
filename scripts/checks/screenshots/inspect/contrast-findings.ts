import type { Finding } from '../finding.ts';

/**
 * Runs inside the page, so it stands alone: text whose contrast with its ground is below AA of WCAG 2.2 (1.4.3): 4.5, and
 * 3 from 24 px or 18.66 px bold. Placeholders and controls at rest count as text: people read them.
 */
export function contrastFindings(): Finding[] {
  type Colour = [number, number, number, number];
  const found = new Map<string, Finding>();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const owner = node.parentElement;
    const words = (node.textContent ?? '').trim();
    if (owner === null || words === '' || !owner.checkVisibility()) continue;
    if (['STYLE', 'SCRIPT', 'NOSCRIPT', 'OPTION', 'TITLE'].includes(owner.tagName)) continue;
    check(owner, words, getComputedStyle(owner));
  }
  for (const input of document.querySelectorAll('input')) {
    if (!input.checkVisibility() || /radio|checkbox|file/.test(input.type)) continue;
    const pseudo = input.value === '' ? '::placeholder' : undefined;
    check(input, input.value || input.placeholder, getComputedStyle(input, pseudo));
  }
  return [...found.values()];

  function check(owner: Element, words: string, style: CSSStyleDeclaration): void {
    if (words === '') return;
    const size = Number.parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    const least = large ? 3 : 4.5;
    const ink = coloursIn(style.color)[0] ?? [0, 0, 0, 1];
    const ratios = groundsOf(owner).map((ground) => contrast(over(faded(ink, owner), ground), ground));
    const worst = Math.min(...ratios);
    const what = `“${words.slice(0, 24)}” has ${worst.toFixed(2)}, needs ${least}`;
    if (worst < least) found.set(what, { kind: 'contrast', what });
  }

  function faded([red, green, blue, alpha]: Colour, owner: Element): Colour {
    let opacity = alpha;
    for (let at: Element | null = owner; at !== null; at = at.parentElement)
      opacity *= Number(getComputedStyle(at).opacity);
    return [red, green, blue, opacity];
  }

  /** Every colour that can lie behind: a gradient has several. */
  function groundsOf(owner: Element): Colour[] {
    const layers: Colour[][] = [];
    for (let at: Element | null = owner; at !== null; at = at.parentElement) {
      const { backgroundColor, backgroundImage } = getComputedStyle(at);
      const painted = [...backgroundImage.split(/,(?=[a-z -]*gradient)/), backgroundColor].map(coloursIn);
      layers.push(...painted.filter((colours) => colours.some(([, , , alpha]) => alpha > 0)));
      if (layers.some((colours) => colours.every(([, , , alpha]) => alpha === 1))) break;
    }
    const canvas: Colour = [255, 255, 255, 1];
    return layers
      .reverse()
      .reduce<Colour[]>(
        (below, layer) => layer.flatMap((colour) => below.map((ground) => over(colour, ground))),
        [canvas],
      );
  }

  function coloursIn(text: string): Colour[] {
    return [...text.matchAll(/rgba?\(([^)]+)\)/g)].map(([, parts = '']) => {
      const [red = 0, green = 0, blue = 0, alpha = 1] = parts.split(/[ ,/]+/).map(Number);
      return [red, green, blue, alpha];
    });
  }

  function over([red, green, blue, alpha]: Colour, [r, g, b]: Colour): Colour {
    const mix = (top: number, below: number) => top * alpha + below * (1 - alpha);
    return [mix(red, r), mix(green, g), mix(blue, b), 1];
  }

  function contrast(one: Colour, other: Colour): number {
    const [light = 1, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  }

  function luminance([red, green, blue]: Colour): number {
    const linear = (value: number) =>
      value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  }
}
