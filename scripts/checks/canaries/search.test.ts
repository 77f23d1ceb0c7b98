import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type Canary, formsOf } from './canary.ts';
import { search } from './search.ts';

const name: Canary = { name: 'name', text: '欧阳靛青' };
const number: Canary = { name: 'number', text: '990001199001010012' };
const bytes: Canary = { name: 'bytes', bytes: randomBytes(24) };
const plainOf = (canary: Canary) => ('text' in canary ? Buffer.from(canary.text) : Buffer.from(canary.bytes));

/** The canary inside something larger, with so many bytes before it. */
const inside = (canary: Canary, before: number) =>
  Buffer.concat([randomBytes(before), plainOf(canary), randomBytes(50)]);

function found(canary: Canary, haystack: Buffer): boolean {
  return (
    search('here', Buffer.concat([randomBytes(100), haystack, randomBytes(100)]), formsOf(canary)).length > 0
  );
}

describe.each([name, number, bytes])('the search for $name', (canary) => {
  it('finds nothing where there is nothing', () => {
    expect(found(canary, randomBytes(100_000))).toBe(false);
  });

  it('finds it plain and in hexadecimal of both cases', () => {
    const whole = inside(canary, 7);
    expect(found(canary, whole)).toBe(true);
    expect(found(canary, Buffer.from(whole.toString('hex')))).toBe(true);
    expect(found(canary, Buffer.from(whole.toString('hex').toUpperCase()))).toBe(true);
  });

  it.each([30, 31, 32])('finds it in base64 after %i bytes, also of a two-byte string', (before) => {
    const text = inside(canary, before).toString('base64');
    expect(found(canary, Buffer.from(text))).toBe(true);
    expect(found(canary, Buffer.from(text, 'utf16le'))).toBe(true);
    expect(found(canary, Buffer.from(inside(canary, before).toString('base64url')))).toBe(true);
  });
});

describe.each([name, number])('the search for the text $name', (canary) => {
  const text = plainOf(canary).toString();

  it('finds it in UTF-16LE, and that in base64', () => {
    const wide = Buffer.from(text, 'utf16le');
    expect(found(canary, wide)).toBe(true);
    expect(found(canary, Buffer.from(Buffer.concat([randomBytes(4), wide]).toString('base64')))).toBe(true);
  });

  it('finds it in a URL and in escaped JSON', () => {
    expect(found(canary, Buffer.from(`/x?name=${encodeURIComponent(text)}`))).toBe(true);
    const escaped = [...text]
      .map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join('');
    expect(found(name, Buffer.from(escaped)) || canary === number).toBe(true);
  });

  it('names the place and what stands around', () => {
    const hits = search('the log', Buffer.from(`who="${text}"`), formsOf(canary));
    expect(hits).toEqual([
      {
        place: 'the log',
        canary: canary.name,
        form: 'plain',
        at: 5,
        context: expect.stringMatching(/^who="/),
      },
    ]);
  });
});
