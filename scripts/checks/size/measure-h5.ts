import { existsSync, globSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Bytes of the H5 build, packed as a browser that scanned fetches them; each part is loaded after the one before it. */
export interface H5Size {
  /** The page that stands at once: not packed, and without what the BFF writes into it. */
  landing: number;
  /** Framework, styles, and the pages from the question to the verdict. */
  check: number;
  /** All other pages, fetched once nothing else is waited for. */
  rest: number;
}

const ofCheck = /^(js\/(app|confirm|capture)|css\/app)\./;

/** Adds up the files of an H5 build. */
export function measureH5(folder: string): H5Size {
  const size = { landing: 0, check: 0, rest: 0 };
  for (const file of globSync('{landing.html,{js,css}/*.{js,css}}', { cwd: folder })) {
    const path = join(folder, file);
    if (file === 'landing.html') size.landing = statSync(path).size;
    else size[ofCheck.test(file.replaceAll('\\', '/')) ? 'check' : 'rest'] += packed(path);
  }
  return size;
}

function packed(path: string): number {
  const brotli = `${path}.br`;
  return statSync(existsSync(brotli) ? brotli : path).size;
}
