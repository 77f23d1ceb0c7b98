import { purposeNames, sceneNames } from '../../../shared/scenes.ts';
import type { SharedCheck } from '../desk/check.ts';
import type { Place } from '../kit/place.ts';
import type { OwnPage } from './own-page.ts';
import type { PageToken } from './page-access.ts';
import { type RunningDesk, runDesk } from './run-desk.ts';
import type { Setting } from './show-frame.ts';
import type { Kept } from './take-up.ts';

/**
 * `<liangzheng-counter>`: a desk in a page. In one of its relying party's it never has the key of the counter: the page's own server gets
 * page tokens, the page hands them on by `token`, and is asked for the next one by the event `token-needed`. A page of our own brings
 * its access by `page`.
 *
 * Attributes: `counter-api`, the address of the BFF (that of this file where absent) · `scene`, `purpose` · `view`, `both`, `clerk` or
 * `guest` · `lang`, `zh` or `en` · `muted` · `large-type`. Events, which reach the page too: `lz-state`, `lz-ended`, `lz-problem`,
 * `token-needed` (`events.ts`).
 */
export class CounterElement extends HTMLElement {
  static readonly observedAttributes = ['counter-api', 'scene', 'purpose', 'view', 'lang', 'muted'];

  #desk: RunningDesk | undefined;
  #token: PageToken | undefined;
  #page: OwnPage | undefined;

  /** What `POST /counter/v1/page-tokens` answered. A check that is on goes on with it. */
  set token(token: PageToken) {
    this.#token = token;
    this.#desk?.takeToken(token);
  }

  /** Of a page of our own: the desk begins with it. */
  set page(page: OwnPage) {
    this.#page = page;
    if (this.isConnected) this.#start();
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

  /** Of a page of our own: opens another check of the same kind as the one that is on. */
  async next(): Promise<void> {
    await this.#desk?.next();
  }

  /** Of a page of our own: takes up a check that was on before the page was loaded. */
  async resume(kept: Kept): Promise<void> {
    await this.#desk?.resume(kept);
  }

  /** Of a page of our own: shows what another window has on; nothing where it has nothing on. */
  show(check: SharedCheck | undefined): void {
    this.#desk?.show(check);
  }

  /** Where both faces stand in a page that has not brought them. */
  protected frame(): Place | undefined {
    return undefined;
  }

  connectedCallback(): void {
    // What the page set before this file was there.
    if (Object.hasOwn(this, 'token')) {
      const early: PageToken = Reflect.get(this, 'token');
      Reflect.deleteProperty(this, 'token');
      this.token = early;
    }
    this.#start();
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
    if (this.#desk !== undefined) return;
    const place = this.#page?.place ?? this.frame();
    if (place === undefined) return;
    this.#desk = runDesk({
      place,
      page: this.#page,
      api: new URL(this.getAttribute('counter-api') ?? import.meta.url, document.baseURI).origin,
      setting: () => this.#setting(),
      tell: (name, detail) =>
        this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true })),
    });
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
      purpose: purposeNames.find((name) => name === this.getAttribute('purpose')),
    };
  }
}
