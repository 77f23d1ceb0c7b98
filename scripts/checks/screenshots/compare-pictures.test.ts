import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { comparePictures } from './compare-pictures.ts';

let folder: string;
const inside = (path: string) => join(folder, path);
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pictures-'));
  for (const name of ['now/zh', 'before/zh']) mkdirSync(inside(name), { recursive: true });
  const paint = (path: string, background: string, width = 20) =>
    sharp({ create: { width, height: 10, channels: 3, background } }).toFile(inside(path));
  await paint('now/zh/same.png', '#fff');
  await paint('before/zh/same.png', '#fff');
  await paint('now/zh/changed.png', '#fff');
  await paint('before/zh/changed.png', '#f00');
  await paint('now/zh/wider.png', '#fff', 21);
  await paint('before/zh/wider.png', '#fff');
  await paint('now/zh/fresh.png', '#fff');
});
afterAll(() => rmSync(folder, { recursive: true }));

it('tells which pictures are not as they were, and marks where', async () => {
  expect(await comparePictures(inside('now'), inside('before'), inside('marked'))).toEqual([
    { picture: 'zh/changed.png', what: '200 pixels differ' },
    { picture: 'zh/fresh.png', what: 'was not there' },
    { picture: 'zh/wider.png', what: 'is 21 x 10 px, was 20 x 10' },
  ]);
  expect(existsSync(inside('marked/zh/changed.png'))).toBe(true);
  expect(existsSync(inside('marked/zh/same.png'))).toBe(false);
});
