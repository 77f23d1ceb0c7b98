import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const compressible = '**/*.{html,js,mjs,css,json,txt,svg,wasm}';
/** Below this many bytes a file fits into one packet or two as it is. */
const worthIt = 1024;

/** Puts the brotli and the gzip form of each text of a folder beside it, where that pays: a server of files sends them as they are. */
export function compressFolder(folder: string): void {
  for (const file of globSync(compressible, { cwd: folder })) {
    const path = join(folder, file);
    const content = readFileSync(path);
    if (content.length < worthIt) continue;
    for (const [extension, compressed] of [
      ['br', brotliCompressSync(content)],
      ['gz', gzipSync(content, { level: 9 })],
    ] as const)
      if (compressed.length < content.length) writeFileSync(`${path}.${extension}`, compressed);
  }
}
