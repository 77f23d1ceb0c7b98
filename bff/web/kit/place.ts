/**
 * Where something of ours is shown: a page, or a shadow tree in somebody else's page. Ids are its own, and what is outside of it is left
 * alone.
 */
export interface Place {
  /** What is around all of it, and is told what it shows, for its styles. */
  frame: HTMLElement;
  /** The element with that id. @throws TypeError where it is missing or of another kind */
  element<T extends Element>(id: string, kind: new () => T): T;
  /** Text that stays the same is left alone: a screen reader would say it again. */
  setText(id: string, text: string): void;
  setVisible(id: string, visible: boolean): void;
  /** Calls `act` each time the event reaches the element with that id; a form is sent nowhere. */
  on(id: string, name: string, act: () => void): void;
  /** What has the focus, where that is in here. */
  focused(): Element | null;
  /** The focus is at work in another part of the page: it is not ours to take. */
  isFocusElsewhere(): boolean;
}

/** @param root a document, or the root of a shadow tree, which has an element of its own around all others */
export function placeIn(root: Document | ShadowRoot, frame: HTMLElement): Place {
  function element<T extends Element>(id: string, kind: new () => T): T {
    const found = root.getElementById(id);
    if (!(found instanceof kind)) throw new TypeError(`there is no ${kind.name} called ${id}`);
    return found;
  }
  return {
    frame,
    element,
    setText(id, text) {
      const found = element(id, HTMLElement);
      if (found.textContent !== text) found.textContent = text;
    },
    setVisible(id, visible) {
      element(id, HTMLElement).hidden = !visible;
    },
    on(id, name, act) {
      element(id, HTMLElement).addEventListener(name, (event) => {
        if (name === 'submit') event.preventDefault();
        act();
      });
    },
    focused: () => root.activeElement,
    isFocusElsewhere() {
      if (root instanceof Document) return false;
      const { activeElement, body } = document;
      return activeElement !== null && activeElement !== body && activeElement !== root.host;
    },
  };
}
