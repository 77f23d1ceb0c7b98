import { beforeEach, describe, expect, it } from 'vitest';
import type { CounterView } from '../../../../shared/contract/verify/08-result.ts';
import * as limits from '../../../../shared/limits.ts';
import { knownSessions } from './stream-hub.ts';
import { type PlayedTab, playedBrowser } from './tabs.fixture.ts';

const counter = 'cnt_sandbox-hotel-1';
const viewOf = (sessionId: string, version: number, state: CounterView['state'] = 'open'): CounterView => ({
  ...{ sessionId, version, state, scene: 'hotel', level: 'basic', openedAt: 1 },
});
/** What is promised has happened. */
const settle = () => new Promise((resolve) => setTimeout(resolve));

let browser: ReturnType<typeof playedBrowser>;
let tabs: PlayedTab[];
beforeEach(async () => {
  browser = playedBrowser();
  tabs = [];
  for (let i = 0; i < 6; i++) tabs.push(browser.open(counter));
  await settle();
});
const shownBy = ({ shown }: PlayedTab) => shown.map(({ sessionId, version }) => `${sessionId} ${version}`);
function say(view: CounterView, cursor: string): void {
  browser.running()[0]?.follower.view(view, cursor);
}

describe('tabs of one counter without a shared worker', () => {
  it('have one stream together, and all hear of all that comes', () => {
    say(viewOf('a', 1), '1-x');
    say(viewOf('a', 2, 'claimed'), '2-x');
    browser.running()[0]?.follower.line('lost');
    expect(browser.running()).toHaveLength(1);
    for (const tab of tabs) {
      expect(shownBy(tab)).toEqual(['a 1', 'a 2']);
      expect(tab.heard.at(-1)).toEqual({ say: 'line', line: 'lost' });
    }
  });

  it('tell one that comes later what is known, and how the line is', async () => {
    say(viewOf('a', 3, 'passed'), '1-x');
    browser.running()[0]?.follower.line('lost');
    const late = browser.open(counter);
    await settle();
    expect(shownBy(late)).toEqual(['a 3']);
    expect(late.heard[0]).toEqual({ say: 'line', line: 'lost' });
    expect(browser.streams).toHaveLength(1);
  });

  it('hand over where the leader is closed: the next goes on after the last event, and shows nothing twice', async () => {
    say(viewOf('a', 1), '1-x');
    tabs[0]?.tab.leave();
    await settle();
    expect(browser.running()).toHaveLength(1);
    expect(browser.running()[0]?.after).toBe('1-x');
    say(viewOf('a', 1), '1-x');
    say(viewOf('a', 2, 'claimed'), '2-x');
    for (const tab of tabs.slice(1)) expect(shownBy(tab)).toEqual(['a 1', 'a 2']);
    expect(shownBy(tabs[0] ?? browser.open(counter))).toEqual(['a 1']);
  });

  it('hand over again and again, to the last of them, and then there is no stream', async () => {
    for (const { tab } of tabs) {
      expect(browser.running()).toHaveLength(1);
      tab.leave();
      await settle();
    }
    expect(browser.running()).toHaveLength(0);
    expect(browser.streams).toHaveLength(6);
  });

  it('are not led by one that was closed while it waited for its turn', async () => {
    tabs[1]?.tab.leave();
    tabs[0]?.tab.leave();
    await settle();
    expect(browser.streams).toHaveLength(2);
    expect(browser.running()).toHaveLength(1);
  });

  it('take the lead from one that is frozen, which waits for its turn again', async () => {
    const other = browser.open(counter, true);
    await settle();
    expect(browser.running()).toHaveLength(1);
    expect(browser.streams[0]?.stopped).toBe(true);
    for (const { tab } of [...tabs.slice(1), other]) tab.leave();
    await settle();
    expect(browser.running()).toHaveLength(1);
  });

  it('pass on that the machine was asleep, to the one that leads', () => {
    tabs[4]?.tab.send({ say: 'look', cut: false });
    tabs[0]?.tab.send({ say: 'look', cut: true });
    expect(browser.streams[0]?.looks).toEqual([false, true]);
  });

  it('of two counters do not hear each other', async () => {
    const other = browser.open('cnt_sandbox-hotel-2');
    await settle();
    say(viewOf('a', 1), '1-x');
    expect(browser.running()).toHaveLength(2);
    expect(other.shown).toEqual([]);
  });
});

describe('what is known of the sessions of a counter', () => {
  it('takes each version once, in whatever order they come', () => {
    const known = knownSessions();
    expect(known.take(viewOf('a', 2), '2-x')).toBe(true);
    expect(known.take(viewOf('a', 1), '1-x')).toBe(false);
    expect(known.take(viewOf('a', 2), '2-x')).toBe(false);
    expect(known.views().map(({ view }) => view.version)).toEqual([2]);
  });

  it('is no more than a stream begins with', () => {
    const known = knownSessions();
    for (let i = 0; i < 2 * limits.eventStreamSessions; i++) known.take(viewOf(`s${i}`, 1), `${i}-x`);
    expect(known.views()).toHaveLength(limits.eventStreamSessions);
    expect(known.views()[0]?.view.sessionId).toBe(`s${limits.eventStreamSessions}`);
    expect(known.cursor()).toBe(`${2 * limits.eventStreamSessions - 1}-x`);
  });
});
