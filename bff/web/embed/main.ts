import { type Purpose, purposeText, sceneNames } from '../../../shared/scenes.ts';
import { frameIn } from './frame.ts';
import type { PageToken } from './page-access.ts';
import { type RunningDesk, runDesk, type Setting } from './run-desk.ts';

const purposes = Object.keys(purposeText).filter((word): word is Purpose => word in purposeText);

/**
 * `<liangzheng-counter>`: a desk in a page of its relying party's. It never has the key of the counter: the page's own server gets page
 * tokens, the page hands them on by `token`, and is asked for the next one by the event `token-needed`.
 *
 * Attributes: `counter-api`, the address of the BFF (that of this file where absent) · `scene`, `purpose` · `view`, `both`, `clerk` or
 * `guest` · `lang`, `zh` or `en` · `muted` · `large-type`. Events, which reach the page too: `lz-state`, `lz-ended`, `lz-problem`,
 * `token-needed` (`events.ts`).
 */
class LiangzhengCounter extends HTMLElement {
  static readonly observedAttributes = ['counter-api', 'scene', 'purpose', 'view', 'lang', 'muted'];

  readonly #root = this.attachShadow({ mode: 'open' });
  #desk: RunningDesk | undefined;
  #token: PageToken | undefined;

  /** What `POST /counter/v1/page-tokens` answered. A check that is on goes on with it. */
  set token(token: PageToken) {
    this.#token = token;
    this.#desk?.takeToken(token);
  }

  /** Opens a check for whoever comes next. */
  async open(): Promise<void> {
    await this.#desk?.open();
  }

  /** Ends the check that is on: `staffed`, the clerk looks at the card; `abandoned`, nobody wants it any more. */
  async end(reason: 'staffed' | 'abandoned' = 'abandoned'): Promise<void> {
    await this.#desk?.end(reason);
  }

  /** Hands in the three digits that the guest said, where the page has a field of its own for them. */
  async typeWord(word: string): Promise<void> {
    await this.#desk?.typeWord(word);
  }

  connectedCallback(): void {
    // What the page set before this file was there.
    if (Object.hasOwn(this, 'token')) {
      const early: PageToken = Reflect.get(this, 'token');
      Reflect.deleteProperty(this, 'token');
      this.token = early;
    }
    if (this.#desk === undefined) this.#start();
  }

  disconnectedCallback(): void {
    // What is moved within the page is back at once.
    queueMicrotask(() => {
      if (!this.isConnected) this.#stop();
    });
  }

  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (this.#desk === undefined || before === after) return;
    if (name === 'counter-api') {
      this.#stop();
      this.#start();
    } else this.#desk.showAll();
  }

  #start(): void {
    const api = new URL(this.getAttribute('counter-api') ?? import.meta.url, document.baseURI).origin;
    this.#desk = runDesk(
      frameIn(this.#root),
      api,
      () => this.#setting(),
      (name, detail) => this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true })),
    );
    if (this.#token !== undefined) this.#desk.takeToken(this.#token);
  }

  #stop(): void {
    this.#desk?.stop();
    this.#desk = undefined;
  }

  #setting(): Setting {
    const view = this.getAttribute('view');
    const language = this.closest('[lang]')?.getAttribute('lang') ?? 'zh';
    return {
      view: view === 'guest' || view === 'clerk' ? view : 'both',
      language: /^en\b/i.test(language) ? 'en' : 'zh',
      sound: !this.hasAttribute('muted'),
      scene: sceneNames.find((name) => name === this.getAttribute('scene')),
      purpose: purposes.find((name) => name === this.getAttribute('purpose')),
    };
  }
}

// A page that loads the file twice has one element.
if (customElements.get('liangzheng-counter') === undefined)
  customElements.define('liangzheng-counter', LiangzhengCounter);
