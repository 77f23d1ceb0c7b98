/** A new element with these properties, not in the page yet. */
export function makeElement<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Partial<HTMLElementTagNameMap[K]>,
): HTMLElementTagNameMap[K] {
  return Object.assign(document.createElement(tag), properties);
}

/**
 * Puts a drawing of ours into the element, once for as long as it is the same. It is parsed as XML, so that it runs nothing and needs
 * no style of its own, which the page's policy would refuse.
 */
export function drawInto(holder: HTMLElement | SVGElement, ...drawings: readonly string[]): void {
  const key = drawings.join('\n');
  if (drawn.get(holder) === key) return;
  drawn.set(holder, key);
  const parser = new DOMParser();
  holder.replaceChildren(
    ...drawings.map((svg) => parser.parseFromString(svg, 'image/svg+xml').documentElement),
  );
}

const drawn = new WeakMap<Element, string>();
