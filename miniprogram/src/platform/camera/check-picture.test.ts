import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import * as limits from '../../../../shared/limits.ts';
import { checkPicture } from './check-picture.ts';

const cases = join(import.meta.dirname, '..', '..', '..', '..', 'scripts', 'checks', 'field', 'cases');
const photo = (name: string) => new Uint8Array(readFileSync(join(cases, name, 'id-photo.jpg')));

it.each(['id-photo-24MP', 'id-photo-no-eoi', 'id-photo-over-512KB', 'id-photo-small-face'])(
  'takes what the authority takes: %s',
  (name) => {
    expect(checkPicture(photo(name))).toEqual(photo(name));
  },
);

it('refuses, when chosen, what the authority would not take', () => {
  const why = (jpeg: Uint8Array) => expect(() => checkPicture(jpeg));
  const large = photo('id-photo-24MP');
  large[large.findIndex((byte, at) => byte === 0xff && large[at + 1] === 0xc0) + 5] = 0x20;
  why(large).toThrow('too-large');
  why(Uint8Array.from([...photo('id-photo-no-eoi'), ...new Uint8Array(limits.idPhoto)])).toThrow('too-large');
  why(new Uint8Array(100)).toThrow('unreadable');
});
