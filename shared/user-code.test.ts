import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { drawUserCode, readUserCode } from './user-code.ts';

it('a user code is eight letters that make no words, each as likely as any other', () => {
  const seen = new Map<string, number>();
  for (let i = 0; i < 2000; i++) {
    const code = drawUserCode((count) => new Uint8Array(randomBytes(count)));
    expect(code).toMatch(/^[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}$/);
    for (const letter of code.replace('-', '')) seen.set(letter, (seen.get(letter) ?? 0) + 1);
  }
  // 800 of each are expected; a byte that is taken modulo 20 would give the first sixteen a seventh more than the rest.
  expect(seen.size).toBe(20);
  for (const [letter, count] of seen) expect(Math.abs(count - 800), letter).toBeLessThan(200);
});

it('bytes that would make some letters likelier are drawn again', () => {
  const given = [
    [255, 254, 253, 252, 251, 250, 249, 248],
    [247, 246, 245, 244, 243, 242, 241, 240],
    [0, 1, 2, 3, 4, 5, 6, 7],
  ];
  expect(drawUserCode(() => new Uint8Array(given.shift() ?? []))).toBe('BCDF-GHJK');
});

it('is read however it was typed, and nothing else is', () => {
  for (const typed of [
    'WDJB-MJHT',
    'wdjbmjht',
    ' wdjb mjht ',
    'WDJB–MJHT',
    'ＷＤＪＢ－ＭＪＨＴ',
    'w.d.j.b.m.j.h.t',
  ])
    expect(readUserCode(typed), typed).toBe('WDJB-MJHT');
  for (const typed of ['', 'WDJB-MJH', 'WDJB-MJHTX', 'WDJB-MJHA', 'WDJB-MJ1T', 'WDJB-MJHТ'])
    expect(readUserCode(typed), typed).toBeUndefined();
});
