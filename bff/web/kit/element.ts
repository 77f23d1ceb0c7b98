/** The element of the page with that id. @throws TypeError where it is missing or of another kind */
export function element<T extends Element>(id: string, kind: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new TypeError(`the page has no ${kind.name} called ${id}`);
  return found;
}

/** A new element with these properties, not in the page yet. */
export function makeElement<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Partial<HTMLElementTagNameMap[K]>,
): HTMLElementTagNameMap[K] {
  return Object.assign(document.createElement(tag), properties);
}

/** Text that stays the same is left alone: a screen reader would say it again. */
export function setText(id: string, text: string): void {
  const found = element(id, HTMLElement);
  if (found.textContent !== text) found.textContent = text;
}

export function setVisible(id: string, visible: boolean): void {
  element(id, HTMLElement).hidden = !visible;
}

/** Calls `act` each time the event reaches the element with that id; a form is sent nowhere. */
export function on(id: string, name: string, act: () => void): void {
  element(id, HTMLElement).addEventListener(name, (event) => {
    if (name === 'submit') event.preventDefault();
    act();
  });
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
