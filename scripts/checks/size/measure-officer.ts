import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Bytes of all that the officers' page loads, by gzip where a file is worth packing. @param pages what the build of the pages made */
export function measureOfficer(pages: string): number {
  const { files }: { files: Record<string, string> } = JSON.parse(
    readFileSync(join(pages, 'officer', 'manifest.json'), 'utf8'),
  );
  const sizes = Object.keys(files).map((address) => {
    const file = join(pages, address === '/officer' ? 'officer/index.html' : address);
    return statSync(existsSync(`${file}.gz`) ? `${file}.gz` : file).size;
  });
  return sizes.reduce((sum, size) => sum + size, 0);
}
