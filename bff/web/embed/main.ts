import type { Place } from '../kit/place.ts';
import { CounterElement } from './counter-element.ts';
import { frameIn } from './frame.ts';

/** The element in a page of its relying party's, whose styles and scripts do not reach into it by accident. */
class EmbeddedCounter extends CounterElement {
  readonly #root = this.attachShadow({ mode: 'open' });

  protected override frame(): Place {
    return frameIn(this.#root);
  }
}

// A page that loads the file twice has one element.
if (customElements.get('liangzheng-counter') === undefined)
  customElements.define('liangzheng-counter', EmbeddedCounter);
