import { existsSync, globSync, mkdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import pixelmatch from 'pixelmatch';
import sharp from 'sharp';

/** A picture that is not as it was. */
export interface Difference {
  /** Its path in both folders. */
  picture: string;
  /** In words. */
  what: string;
}

/** Of a picture's pixels, that many of ten thousand may differ: a hair's breadth of an edge, and less than a word. */
const tolerated = 3 / 10_000;

/**
 * Compares each picture of one folder with the one of the same path in another. Where pixels differ, anti-aliased edges aside,
 * a picture that marks them in red goes to the same path under `marked`.
 * @param except names of scenes that are laid out anew each time
 */
export async function comparePictures(
  folder: string,
  earlier: string,
  marked: string,
  except: ReadonlySet<string> = new Set(),
): Promise<Difference[]> {
  const differences: Difference[] = [];
  for (const picture of globSync('*/*.png', { cwd: folder }).sort()) {
    if (except.has(basename(picture, '.png'))) continue;
    const what = existsSync(join(earlier, picture))
      ? await compare(join(folder, picture), join(earlier, picture), join(marked, picture))
      : 'was not there';
    if (what !== undefined) differences.push({ picture, what });
  }
  return differences;
}

async function compare(path: string, earlierPath: string, markedPath: string): Promise<string | undefined> {
  const [now, before] = [await pixelsOf(path), await pixelsOf(earlierPath)];
  const { width, height } = now;
  if (width !== before.width || height !== before.height)
    return `is ${width} x ${height} px, was ${before.width} x ${before.height}`;
  const marks = new Uint8Array(now.data.length);
  const count = pixelmatch(before.data, now.data, marks, width, height);
  if (count <= width * height * tolerated) return undefined;
  mkdirSync(dirname(markedPath), { recursive: true });
  await sharp(marks, { raw: { width, height, channels: 4 } }).toFile(markedPath);
  return `${count} pixels differ`;
}

async function pixelsOf(path: string): Promise<{ data: Uint8Array; width: number; height: number }> {
  const { data, info } = await sharp(path).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}
