import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Notice } from '../../../shared/contract/protect/notices.ts';
import { login } from '../login/01-login.ts';
import type { HttpAnswer } from '../platform/platform.ts';
import { json, problemAnswer } from '../testing/fake-bff.ts';
import { type Rig, setUp } from '../testing/set-up.ts';

let rig: Rig;
let went: string[];
let onTop: string;
let app: { left: () => void; back: () => void };
/** Of each long poll: the number after which it asks, and how it is answered. */
let waiting: { after: string; answer: (answer: HttpAnswer) => void }[];

vi.mock('../platform/open/open-platform.ts', () => ({ openPlatform: () => rig.platform }));
vi.mock('./login-prompt.ts', () => ({ askToLogIn: vi.fn() }));
vi.mock('./go.ts', () => ({
  goOnly: async (page: string) => went.push(page),
  isOnTop: (...pages: string[]) => pages.includes(onTop),
}));

beforeEach(async () => {
  vi.resetModules();
  rig = await setUp();
  vi.stubGlobal('builtForBff', 'https://bff.test');
  vi.stubGlobal('builtForTrust', JSON.stringify({ root: rig.bff.authority.root.jwk, sandbox: true }));
  [went, waiting, onTop] = [[], [], 'confirm'];
  const { request } = rig.platform;
  rig.platform.request = (asked) => {
    const [, after] = /\/notices\?after=(\d+)/.exec(asked.url) ?? [];
    if (after === undefined) return request(asked);
    return new Promise((answer) => {
      waiting.push({ after, answer });
    });
  };
  rig.platform.followApp = (left, back) => {
    app = { left, back };
  };
});

/** The pages' modules as after a start of the app, and whoever is signed in. */
async function start() {
  const { openHolder } = await import('./open-holder.ts');
  const { heedPlace } = await import('./heed-place.ts');
  const inbox = await import('./inbox.ts');
  const holder = await openHolder();
  return { holder, heedPlace, inbox, signIn: () => login(holder) };
}

/** Answers the long poll of that number, once it is there. */
async function answer(index: number, what: HttpAnswer): Promise<void> {
  await expect.poll(() => waiting.length).toBeGreaterThan(index);
  waiting[index]?.answer(what);
}

const notice = (seq: number): Notice => ({ seq, kind: 'frozen', at: 1_790_000_000_000 });
const told = (...notices: Notice[]) => json(200, { notices, serverTime: rig.time.now });

describe('a phone with a page open', () => {
  it('asks nothing before it is signed in, and once however many pages are opened then', async () => {
    const { heedPlace, signIn } = await start();
    await heedPlace();
    expect(waiting).toEqual([]);
    await signIn();
    await Promise.all([heedPlace(), heedPlace()]);
    await heedPlace();
    await new Promise((later) => setTimeout(later, 20));
    await expect.poll(() => waiting.length).toBe(1);
  });

  it('asks as soon as it is signed in, where that comes after the page', async () => {
    const { heedPlace } = await import('./heed-place.ts');
    await heedPlace();
    const { openHolder } = await import('./open-holder.ts');
    await login(await openHolder());
    await expect.poll(() => waiting.length).toBe(1);
  });

  it('makes no key to ask with', async () => {
    const { heedPlace } = await import('./heed-place.ts');
    rig.platform.stored.clear();
    await heedPlace();
    expect([...rig.platform.stored.keys()]).toEqual([]);
  });

  it('counts what it is told until it is read, also across a restart', async () => {
    const { heedPlace, signIn, inbox } = await start();
    await signIn();
    await heedPlace();
    await answer(0, told(notice(1), notice(2)));
    await expect.poll(() => inbox.unreadNotices()).toBe(2);
    await inbox.markRead(1);
    expect(inbox.unreadNotices()).toBe(1);
    vi.resetModules();
    const later = await start();
    await later.signIn();
    await later.heedPlace();
    await expect.poll(() => waiting.at(-1)?.after).toBe('1');
  });

  it('says at once that another phone took its place: it is emptied, and home says so until somebody signs in', async () => {
    const { heedPlace, signIn } = await start();
    await signIn();
    await rig.platform.storage.write('credential-handle', 'crd_AAAAAAAAAAAAAAAAAAAAAA');
    await heedPlace();
    await answer(0, problemAnswer('device-voided'));
    await expect.poll(() => went).toEqual(['home']);
    expect([...rig.platform.stored.keys()].sort()).toEqual(['device-key', 'place-lost']);
    vi.resetModules();
    const { readVoided, clearVoided } = await import('./device-voided.ts');
    expect(await readVoided()).toBe(true);
    await clearVoided();
    expect([...rig.platform.stored.keys()]).toEqual(['device-key']);
  });

  it('takes it for no other phone that its place goes with the account that it erases', async () => {
    const { heedPlace, signIn, holder } = await start();
    await signIn();
    await heedPlace();
    rig.bff.before = (what) => {
      if (what !== 'POST erasure') return undefined;
      waiting[0]?.answer(problemAnswer('device-voided'));
      const erased = { erasureId: `ers_${'A'.repeat(22)}`, at: rig.time.now, authority: 'done', kept: [] };
      return json(200, { ...erased, receipt: 'a.b.c', serverTime: rig.time.now });
    };
    const { eraseAccount } = await import('../protect/erase-account.ts');
    await expect.poll(() => waiting.length).toBe(1);
    await eraseAccount(holder);
    await new Promise((later) => setTimeout(later, 20));
    expect(went).toEqual([]);
    expect(rig.platform.stored.has('place-lost')).toBe(false);
  });

  it('signs in behind a page that needs nobody, where it has a credential, and learns there that its place is gone', async () => {
    onTop = 'help';
    const { heedPlace } = await import('./heed-place.ts');
    await heedPlace();
    expect(rig.bff.log).toEqual([]);
    await rig.platform.storage.write('credential-handle', 'crd_AAAAAAAAAAAAAAAAAAAAAA');
    await heedPlace();
    await expect.poll(() => waiting.length).toBe(1);
    expect(rig.bff.log).toEqual(['POST login']);

    vi.resetModules();
    rig.bff.before = (what) => (what === 'POST login' ? problemAnswer('login-refused') : undefined);
    const after = await import('./heed-place.ts');
    await after.heedPlace();
    expect(went).toEqual(['home']);
    expect(rig.platform.stored.has('credential-handle')).toBe(false);
  });

  it('asks nothing while the app is behind another one, and goes on where it was', async () => {
    const { heedPlace, signIn, inbox } = await start();
    await signIn();
    await heedPlace();
    await answer(0, told(notice(4)));
    await expect.poll(() => waiting.length).toBe(2);
    app.left();
    await heedPlace();
    await answer(1, told());
    await new Promise((later) => setTimeout(later, 20));
    expect(waiting).toHaveLength(2);
    app.back();
    await expect.poll(() => waiting.at(-1)?.after).toBe('4');
    expect(inbox.unreadNotices()).toBe(1);
  });
});

describe('a phone whose place was taken', () => {
  it('does not take it back by itself, neither as it finds out nor later', async () => {
    const { signIn } = await start();
    await signIn();
    vi.resetModules();
    const { logInSilently } = await import('./ensure-logged-in.ts');
    rig.bff.before = (what) => (what === 'POST login' ? problemAnswer('login-refused') : undefined);
    await expect(logInSilently()).rejects.toMatchObject({ code: 'device-voided' });
    const { logOutIfVoided } = await import('./log-out.ts');
    const { HolderProblem } = await import('../holder/holder-problem.ts');
    await logOutIfVoided(new HolderProblem('device-voided'));
    rig.bff.log.length = 0;
    await expect(logInSilently()).rejects.toMatchObject({ code: 'login-refused' });
    expect(rig.bff.log).toEqual([]);
  });
});
