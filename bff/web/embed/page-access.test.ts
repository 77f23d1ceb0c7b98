import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import { type PageAccess, pageAccess, type TokenReason } from './page-access.ts';

let asked: TokenReason[];
let tokens: PageAccess;
const now = () => Date.now();
const give = (pageToken: string) => tokens.take({ pageToken, expiresAt: now() + limits.pageTokenLifetime });
beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
  tokens = pageAccess('https://bff.example', (reason) => asked.push(reason), now);
});
afterEach(() => {
  tokens.stop();
  vi.useRealTimers();
});

describe('the page token of an element', () => {
  it('is asked for once by all who need one, and goes to all of them', async () => {
    const both = [tokens.access().get(), tokens.access().get()];
    expect(asked).toEqual(['first']);
    give('a');
    expect(await Promise.all(both)).toEqual(['a', 'a']);
  });

  it('is asked for anew a minute before its end, and again where nothing comes', async () => {
    give('a');
    await vi.advanceTimersByTimeAsync(limits.pageTokenLifetime - limits.pageTokenAsked - 1);
    expect(asked).toEqual([]);
    await vi.advanceTimersByTimeAsync(1 + limits.pageTokenAskAgain);
    expect(asked).toEqual(['renewal', 'renewal']);
    expect(await tokens.access().get()).toBe('a');
  });

  it('is not dropped by one that was refused with the token before', async () => {
    const [stream, calls] = [tokens.access(), tokens.access()];
    give('a');
    await stream.get();
    give('b');
    await calls.get();
    stream.drop();
    expect(await calls.get()).toBe('b');
    calls.drop();
    const next = calls.get();
    expect(asked).toEqual(['refused']);
    give('c');
    expect(await next).toBe('c');
  });

  it('is waited for no longer than a clerk does', async () => {
    const refused = expect(tokens.access().get()).rejects.toMatchObject({ code: 'page-token-missing' });
    await vi.advanceTimersByTimeAsync(limits.pageTokenAnswer);
    await refused;
  });
});
