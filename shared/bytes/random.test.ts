import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { drawRandom, pooledRandom } from './random.ts';

const source = async (length: number) => new Uint8Array(randomBytes(length));

describe('pooled randomness', () => {
  it('hands out the bytes of the source once, in order', async () => {
    const given = new Uint8Array(randomBytes(40));
    const pool = pooledRandom(async () => given.slice());
    await pool.refill(40);
    expect(pool.random(16)).toEqual(given.slice(0, 16));
    expect(pool.random(24)).toEqual(given.slice(16));
    expect(() => pool.random(1)).toThrow(expect.objectContaining({ code: 'pool-empty' }));
  });

  it('refuses before the first refill, and a draw larger than what is left', async () => {
    const pool = pooledRandom(source);
    expect(() => pool.random(1)).toThrow(expect.objectContaining({ code: 'pool-empty' }));
    await pool.refill(32);
    expect(() => pool.random(33)).toThrow(expect.objectContaining({ code: 'pool-empty' }));
  });

  it('wipes what the source gave', async () => {
    const given = new Uint8Array(randomBytes(32));
    await pooledRandom(async () => given).refill(32);
    expect(given).toEqual(new Uint8Array(32));
  });

  it('keeps what is left when it is refilled', async () => {
    const pool = pooledRandom(source);
    await Promise.all([pool.refill(32), pool.refill(32)]);
    expect(pool.random(64)).toHaveLength(64);
  });

  it.each([
    ['nothing, as the H5 shim does', () => undefined],
    ['fewer bytes', (length: number) => new Uint8Array(randomBytes(length - 1))],
    ['more bytes', (length: number) => new Uint8Array(randomBytes(length + 1))],
    ['zeros', (length: number) => new Uint8Array(length)],
    ['one byte all over', (length: number) => new Uint8Array(length).fill(7)],
    ['numbers in a list', (length: number) => Array.from(randomBytes(length))],
  ])('refuses a source that gives %s', async (_, give) => {
    const fill = async (length: number) => Reflect.apply(give, undefined, [length]);
    const pool = pooledRandom(fill);
    await expect(pool.refill(32)).rejects.toMatchObject({ code: 'source-failed' });
    expect(() => pool.random(1)).toThrow(expect.objectContaining({ code: 'pool-empty' }));
  });

  it('refuses a source that gives the same bytes twice', async () => {
    const given = new Uint8Array(randomBytes(32));
    const pool = pooledRandom(async () => given.slice());
    await pool.refill(32);
    await expect(pool.refill(32)).rejects.toMatchObject({ code: 'source-failed' });
  });

  it('asks for 32 bytes at least, so that a stuck source shows', async () => {
    const asked: number[] = [];
    const pool = pooledRandom(async (length) => {
      asked.push(length);
      return source(length);
    });
    await pool.refill(1);
    expect(asked).toEqual([32]);
  });

  it('passes on the failure of the source', async () => {
    const pool = pooledRandom(() => Promise.reject(new Error('denied')));
    await expect(pool.refill(32)).rejects.toThrow('denied');
  });

  it('refuses a draw for a key from a source that gives zeros or too little', () => {
    expect(() => drawRandom((length) => new Uint8Array(length), 32)).toThrow(
      expect.objectContaining({ code: 'source-failed' }),
    );
    expect(() => drawRandom(() => Uint8Array.of(1, 2), 32)).toThrow(
      expect.objectContaining({ code: 'source-failed' }),
    );
  });
});
