import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { remembered, tabState } from './remembered.ts';

const [desk, window] = ['cnt_sandbox-hotel-1', 'cnt_sandbox-gov-1'];
let browser: Map<string, string>;

const storageOver = (kept: Map<string, string>) => ({
  getItem: (name: string) => kept.get(name) ?? null,
  setItem: (name: string, value: string) => void kept.set(name, value),
});
/** A new tab of the same browser. */
function openTab(): void {
  vi.stubGlobal('sessionStorage', storageOver(new Map()));
}
beforeEach(() => {
  browser = new Map();
  vi.stubGlobal('localStorage', storageOver(browser));
  openTab();
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('what a counter was set to', () => {
  const set = { counterId: desk, scene: 'hotel', purpose: 'visit', language: 'en', sound: false } as const;

  it('is nothing at first', () => {
    expect(remembered().read()).toEqual({});
  });

  it('is there after a reload, and in a new tab the next morning', () => {
    remembered().keep(set);
    expect(remembered().read()).toEqual(set);
    openTab();
    expect(remembered().read()).toEqual(set);
  });

  it('does not mix with that of another counter of this machine', () => {
    const first = remembered();
    first.keep(set);
    openTab();
    const other = remembered();
    const office = { scene: 'gov-window', purpose: 'handle-affairs', language: 'zh', sound: true } as const;
    other.keep({ counterId: window, ...office });
    expect(remembered().read()).toEqual({ counterId: window, ...office });
    first.keep({ sound: true });
    tabState.keep({ counterId: desk });
    expect(remembered().read()).toEqual({ ...set, sound: true });
    tabState.keep({ counterId: window });
    expect(remembered().read()).toEqual({ counterId: window, ...office });
  });

  it.each([
    ['no JSON', '{'],
    ['null', 'null'],
    ['another version', '{"version":0,"state":{"scene":"hotel"}}'],
    ['a list', '[1]'],
    ['a state of another kind', '{"version":1,"state":"hotel"}'],
  ])('is nothing where %s stands there', (_what, text) => {
    browser.set('liangzheng-counter', `{"version":1,"state":{"counterId":"${desk}"}}`);
    browser.set(`liangzheng-counter ${desk}`, text);
    expect(remembered().read()).toEqual({ counterId: desk });
  });

  it('leaves out what is not a setting: an unknown scene, a purpose of another scene, a sound that is a word', () => {
    browser.set('liangzheng-counter', `{"version":1,"state":{"counterId":"${desk}"}}`);
    const state = { scene: 'casino', purpose: 'visit', language: 'fr', sound: 'on', counterId: '../x' };
    browser.set(`liangzheng-counter ${desk}`, JSON.stringify({ version: 1, state }));
    expect(remembered().read()).toEqual({ counterId: desk });
    const other = { scene: 'gov-window', purpose: 'visit', language: 'en' };
    browser.set(`liangzheng-counter ${desk}`, JSON.stringify({ version: 1, state: other }));
    expect(remembered().read()).toEqual({ counterId: desk, scene: 'gov-window', language: 'en' });
  });

  it('is kept for this page alone where the browser stores nothing', () => {
    const forbidden = () => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
    const storage = { getItem: forbidden, setItem: forbidden };
    vi.stubGlobal('localStorage', storage);
    vi.stubGlobal('sessionStorage', storage);
    const memory = remembered();
    memory.keep(set);
    expect(memory.read()).toEqual(set);
  });
});
