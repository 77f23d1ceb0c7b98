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

/** Calls `act` each time the event reaches the element with that id. */
export function on(id: string, event: string, act: () => void): void {
  element(id, HTMLElement).addEventListener(event, act);
}
