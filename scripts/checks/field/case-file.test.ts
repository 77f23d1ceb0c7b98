import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readCases } from './case-file.ts';
import { isOutcome } from './play-case.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lz-cases-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, text: string): void {
  mkdirSync(join(folder, name));
  writeFileSync(join(folder, name, 'case.json'), text);
}
const form = { what: 'typed', play: 'form', right: ['accepted'] };

describe('the cases of a folder', () => {
  it('are read in the order of their names, each with all that is to be played', () => {
    write('b', JSON.stringify({ title: 'second', plays: [form] }));
    write('a', JSON.stringify({ title: 'first', plays: [form, form] }));
    const cases = readCases(folder);
    expect(cases.map(({ name, title, plays }) => [name, title, plays.length])).toEqual([
      ['a', 'first', 2],
      ['b', 'second', 1],
    ]);
  });

  it.each([
    ['an unknown field', { title: 't', plays: [{ ...form, typo: 1 }] }],
    ['an outcome that there is not', { title: 't', plays: [{ ...form, right: ['fine'] }] }],
    [
      'a file outside its folder',
      {
        title: 't',
        plays: [{ what: 'w', play: 'apply', citizen: 'p01', idPhoto: '../x', right: ['passed'] }],
      },
    ],
    ['no play', { title: 't', plays: [] }],
  ])('are refused by the name of the file: %s', (_what, file) => {
    write('wrong', JSON.stringify(file));
    expect(() => readCases(folder)).toThrow(join('wrong', 'case.json'));
  });

  it('are missed where there is none', () => {
    expect(() => readCases(folder)).toThrow('holds no case');
  });
});

describe('an outcome', () => {
  it.each([
    ['passed', 'passed', true],
    ['retry less-loud too-noisy', 'retry less-loud', true],
    ['retry too-noisy', 'retry less-loud', false],
    ['failed voice-not-matched', 'failed', true],
    ['refused clock-wrong', 'passed', false],
  ])('%s is not confused with another: %s', (outcome, right, is) => {
    expect(isOutcome(outcome, right)).toBe(is);
  });
});
