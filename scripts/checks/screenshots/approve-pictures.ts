import { globSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import sharp from 'sharp';

/** A page has few colours; with these a picture takes a fraction of the room and looks the same. */
const colours = 128;

/**
 * Makes the pictures of a run the ones that later runs are compared with.
 * @param isPartial whether pictures that this run did not take stay approved
 * @returns how many there are in this run
 */
export async function approvePictures(folder: string, approved: string, isPartial: boolean): Promise<number> {
  const pictures = globSync('*/*.png', { cwd: folder }).filter((path) => dirname(path) !== 'marked');
  if (!isPartial) rmSync(approved, { recursive: true, force: true });
  for (const picture of pictures) {
    const path = join(approved, picture);
    mkdirSync(dirname(path), { recursive: true });
    await sharp(join(folder, picture)).png({ palette: true, colours, dither: 0, effort: 10 }).toFile(path);
  }
  return pictures.length;
}
