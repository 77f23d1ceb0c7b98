import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Face, type TwoWindows, twoWindows } from './two-windows.ts';

interface Shared {
  view: { sessionId: string; state: string };
}
const on = (sessionId: string, state = 'open'): Shared => ({ view: { sessionId, state } });
const opened: TwoWindows[] = [];
let heard: (Shared | undefined)[];
let reopened: string[];
beforeEach(() => {
  heard = [];
  reopened = [];
});
afterEach(() => {
  for (const each of opened.splice(0)) each.close();
});

function open(
  face: Face,
  tab: string | undefined,
  check: () => Shared | undefined = () => undefined,
): TwoWindows {
  const windows = twoWindows<Shared>({
    ...{ face, tab, check },
    heard: (shared) => void heard.push(shared),
    reopen: () => void reopened.push(tab ?? ''),
  });
  opened.push(windows);
  return windows;
}

/** Channels deliver in their own time. */
const patience = { timeout: 20_000, interval: 5 };
const told = () => expect.poll(() => heard, patience);
const asked = () => expect.poll(() => reopened, patience);

describe('the two windows of a desk', () => {
  it('show one check: what is on when the guest’s is opened, and each change after it', async () => {
    let check: Shared | undefined = on('a');
    const clerk = open('clerk', 'tab-1', () => check);
    open('guest', 'tab-1');
    await told().toEqual([on('a')]);
    check = on('a', 'claimed');
    clerk.tell();
    check = undefined;
    clerk.tell();
    await told().toEqual([on('a'), on('a', 'claimed'), undefined]);
  });

  it('do not mix with those of another desk on this machine', async () => {
    open('clerk', 'tab-1', () => on('a'));
    const other = open('clerk', 'tab-2', () => on('b'));
    open('guest', 'tab-2');
    other.tell();
    await told().toEqual([on('b'), on('b')]);
  });

  it('are paired by who speaks last where the guest’s was opened by itself', async () => {
    open('guest', undefined);
    open('clerk', 'tab-1', () => on('a')).tell();
    open('clerk', 'tab-2', () => on('b')).tell();
    await told().toEqual([on('a'), on('b')]);
  });

  it('leave a new session to the clerk’s, once: of the check that is on', async () => {
    let check = on('a');
    open('clerk', 'tab-1', () => check);
    open('clerk', 'tab-2', () => on('b'));
    const guest = open('guest', 'tab-1');
    await told().toEqual([on('a')]);
    guest.askAnew('a');
    await asked().toEqual(['tab-1']);
    check = on('c');
    guest.askAnew('a');
    opened[0]?.tell();
    await told().toEqual([on('a'), on('c')]);
    expect(reopened).toEqual(['tab-1']);
  });

  it('have nothing that a window of the guest’s could say of a check', async () => {
    open('clerk', 'tab-1', () => on('a'));
    const guest = open('guest', 'tab-1', () => on('forged'));
    guest.tell();
    await told().toEqual([on('a')]);
  });
});
