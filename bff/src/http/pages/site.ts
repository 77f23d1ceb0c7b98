import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { gzipSync } from 'node:zlib';

/** One file as it is sent. */
export interface SiteFile {
  body: Buffer;
  /** The same, packed; absent where that does not pay. */
  gzip?: Buffer;
  type: string;
  etag: string;
  /** Its name carries a hash of its content: it never changes. */
  immutable: boolean;
}

/** The files of a page by their paths, `/` in front. What is not in the map is not there. */
export type Site = ReadonlyMap<string, SiteFile>;

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.bin': 'application/octet-stream',
  '.mp3': 'audio/mpeg',
};
const packed = /^text|json|svg|wasm/;
const worthPacking = 1024;

/**
 * Reads the files of a folder, once. Kinds of files that are not known, hidden ones and source maps are left out.
 * @throws Error where there is no `index.html`
 */
export function readSite(folder: string): Site {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const site = new Map<string, SiteFile>();
  for (const { parentPath, name } of entries) {
    const file = join(parentPath, name);
    const path = file.slice(join(folder, sep).length - 1).replaceAll(sep, '/');
    const type = types[extname(name)];
    if (type === undefined || !/^(\/[\w~-][\w.~-]*)+$/.test(path)) continue;
    site.set(path, siteFile(readFileSync(file), type, /[.-][0-9a-f]{8,32}\./.test(name)));
  }
  if (!site.has('/index.html')) throw new Error('the folder of the H5 build has no index.html');
  return site;
}

export function siteFile(body: Buffer, type: string, immutable = false): SiteFile {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  const file: SiteFile = { body, type, etag, immutable };
  if (packed.test(type) && body.length >= worthPacking) file.gzip = gzipSync(body);
  return file;
}
