import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const missing = [
  'crypto',
  'Buffer',
  'TextEncoder',
  'TextDecoder',
  'fetch',
  'AbortController',
  'atob',
  'btoa',
];

describe('on a phone without crypto, Buffer, TextEncoder, URL, fetch and AbortController', () => {
  beforeEach(() => {
    vi.resetModules();
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it.each(['verify', 'apply'] as const)(
    '%s runs to the end, its modules loaded there too',
    async (ceremony) => {
      const source = crypto;
      const random = (length: number) => source.getRandomValues(new Uint8Array(length));
      for (const name of missing) vi.stubGlobal(name, undefined);
      const { setUp } = await import('../testing/set-up.ts');
      const { playApplication, playCheck } = await import('../../../scripts/stand-ins/phone/play-journey.ts');
      // The test runner itself loads modules by URL.
      vi.stubGlobal('URL', undefined);
      const { holder, bff } = await setUp(ceremony, random);
      const identity = { name: '林知遥', idNumber: '990001199904121101', validUntil: 'long-term' };
      const result =
        ceremony === 'verify'
          ? await playCheck(holder, 'https://bff.test/q/1.x.1.y')
          : await playApplication(holder, { identity });
      expect(result.state).toBe('passed');
      expect(bff.samples.length).toBeGreaterThan(1);
    },
  );
});
