import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { messageTable } from '../../../bff/src/http/reference/message-table.ts';
import { codesOf } from './counter-code.ts';
import type { Session } from './guards.ts';
import { openCheck } from './open-check.ts';
import { readEvents } from './read-events.ts';
import { sayBy } from './say.ts';
import { serverClock } from './server-clock.ts';

const vectorsFile = join(import.meta.dirname, '..', '..', '..', 'shared', 'vectors', 'counter-code.json');
const Vectors = Type.Object({ made: Type.Array(Type.Record(Type.String(), Type.Unknown())) });

describe('the code of a second', () => {
  it('is that of the published vectors', async () => {
    const file: unknown = JSON.parse(readFileSync(vectorsFile, 'utf8'));
    if (!Value.Check(Vectors, file)) throw new Error('the vectors have another form');
    for (const vector of file.made) {
      const text = (name: string) => String(vector[name]);
      const session: Session = {
        ...{
          sessionId: '',
          scene: 'hotel',
          purpose: 'check-in',
          level: 'basic',
          openedAt: 0,
          serverTime: 0,
          expiresAt: 0,
        },
        ...{ rpId: text('rpId'), counterId: text('counterId'), token: text('token'), secret: text('secret') },
        codeBaseUrl: text('codeBaseUrl'),
      };
      const about = Object.assign(session, { scene: text('scene'), purpose: text('purpose') });
      expect(await (await codesOf(about))(Number(vector.elapsed))).toBe(text('code'));
    }
    expect(file.made.length).toBeGreaterThan(2);
  });
});

describe('the codes of a check', () => {
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  /** The seconds of the codes that are shown within so many real ones, by a clock of the service's as it is told here. */
  async function secondsShown(seconds: number, now: (passed: number) => number): Promise<number[]> {
    // The platform signs on threads of its own, which no timer waits for.
    vi.spyOn(crypto.subtle, 'sign').mockResolvedValue(new ArrayBuffer(32));
    vi.useFakeTimers({ now: 0, toFake: ['setTimeout', 'clearTimeout', 'Date'] });
    const opened: Session = {
      ...{ sessionId: 'ses_a', scene: 'hotel', purpose: 'check-in', level: 'basic', expiresAt: 0 },
      ...{ openedAt: 0, serverTime: 0, rpId: 'rp_a', counterId: 'cnt_a', token: 'token', secret: 'c2VjcmV0' },
      codeBaseUrl: 'https://id.example',
    };
    const clock = { now: () => now(Date.now()), hear: () => undefined, sharpen: () => undefined };
    const ask = async <T>(_: unknown, is: (value: unknown) => value is T): Promise<T> => {
      if (is(opened)) return opened;
      throw new Error('another call');
    };
    const open = () => Promise.reject(new Error('no stream'));
    const check = await openCheck({ clock, ask, open }, { scene: 'hotel', purpose: 'check-in' });
    const over = new AbortController();
    const shown: number[] = [];
    const showing = (async () => {
      for await (const code of check.codes(over.signal)) shown.push(Number(code?.split('.').at(-2)));
    })();
    await vi.advanceTimersByTimeAsync(seconds * 1_000 - 10);
    over.abort();
    await showing;
    return shown;
  }

  it('are one each second, though timers end a moment before their second does', async () => {
    const shown = await secondsShown(12, (passed) => passed * 0.9995);
    expect(shown).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });

  it('are none twice where the clock is set right by a little, and those of the right time where it is by much', async () => {
    const little = await secondsShown(6, (passed) => (passed < 3_050 ? passed : passed - 400));
    expect(little).toEqual([0, 1, 2, 3, 4, 5]);
    const much = await secondsShown(12, (passed) => (passed < 8_050 ? passed : passed - 7_000));
    expect(much.slice(8)).toEqual([8, 2, 3, 4]);
  });
});

describe('the clock of the service', () => {
  it('is not known before an answer was dated, goes on by itself, and is sharpened by what says milliseconds', () => {
    const time = { wall: 1_000_000, steady: 0 };
    const clock = serverClock(
      () => time.wall,
      () => time.steady,
    );
    expect(clock.now()).toBeUndefined();
    clock.sharpen(5);
    expect(clock.now()).toBeUndefined();
    clock.hear('Tue, 01 Dec 2026 08:00:00 GMT');
    const said = Date.parse('2026-12-01T08:00:00Z');
    expect(clock.now()).toBe(said + 500);
    clock.sharpen(said + 900);
    time.wall += 3_000;
    time.steady += 3_000;
    expect(clock.now()).toBe(said + 3_900);
    // An answer that was kept is of another time than its date.
    clock.sharpen(said - 60_000);
    expect(clock.now()).toBe(said + 3_900);
  });

  it.each([
    ['slept', 3_600_000, 0],
    ['had its clock set back', -3_600_000, 10],
  ])('is not known any more once this machine %s, until it is said anew', (_, wall, steady) => {
    const time = { wall: 10_000_000, steady: 0 };
    const clock = serverClock(
      () => time.wall,
      () => time.steady,
    );
    clock.hear('Tue, 01 Dec 2026 08:00:00 GMT');
    time.wall += wall;
    time.steady += steady;
    expect(clock.now()).toBeUndefined();
    clock.hear('Tue, 01 Dec 2026 09:00:00 GMT');
    expect(clock.now()).toBe(Date.parse('2026-12-01T09:00:00.500Z'));
  });
});

describe('an event stream', () => {
  it('is read whole, however it is cut, with comments, ids and the pause that it asks for', async () => {
    const text =
      ':\n\nretry: 3000\nid: a\nevent: session\ndata: {"é":\ndata:1}\r\n\r\ndata: x\n\nevent: lost\ndata: y\n';
    const bytes = new TextEncoder().encode(text);
    for (const size of [1, 2, 7, bytes.length]) {
      const told = { beats: 0, retry: 0 };
      const stream = new ReadableStream<Uint8Array>({
        start(controller) {
          for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.slice(at, at + size));
          controller.close();
        },
      });
      const events = [];
      const heard = {
        alive: () => void told.beats++,
        retry(milliseconds: number) {
          told.retry = milliseconds;
        },
      };
      for await (const event of readEvents(stream, heard)) events.push(event);
      expect(events).toEqual([
        { name: 'session', data: '{"é":\n1}', id: 'a' },
        { name: 'message', data: 'x', id: 'a' },
      ]);
      expect(told).toEqual({ beats: Math.ceil(bytes.length / size), retry: 3000 });
    }
  });
});

describe('what is said', () => {
  const say = sayBy(messageTable);

  it('is told for every state to everybody in both languages, with the people of the scene in it', () => {
    for (const state of [
      'open',
      'claimed',
      'passed',
      'failed',
      'declined',
      'cancelled',
      'expired',
      'aborted',
    ] as const)
      for (const audience of ['clerk', 'guest', 'holder'] as const)
        for (const language of ['zh', 'en'] as const) {
          const { title, hint } = say({ state, scene: 'hotel' }, audience, language);
          expect(title.length).toBeGreaterThan(1);
          expect(title + hint).not.toMatch(/[{}]/);
        }
    expect(say({ state: 'claimed', scene: 'hotel' }, 'clerk', 'en').title).toBe('The guest has scanned');
    expect(say({ state: 'open', scene: 'parcel', purpose: 'collect' }, 'clerk', 'zh').title).toContain(
      '取件人',
    );
  });

  it('is the most telling: the word, and that more time is needed', () => {
    const claimed = say({ state: 'claimed', scene: 'hotel' }, 'clerk', 'en');
    const again = say({ state: 'claimed', scene: 'hotel', word: 'again' }, 'clerk', 'en');
    expect(again.title).toContain('ask again');
    expect(say({ state: 'claimed', scene: 'hotel', word: 'awaited' }, 'clerk', 'en').hint).not.toBe(
      claimed.hint,
    );
    expect(say({ state: 'open', scene: 'hotel', needsMoreTime: true }, 'clerk', 'en').title).toContain(
      'more time',
    );
  });
});
