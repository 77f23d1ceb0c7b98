import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Under which addresses the files of the officers' page stand. */
export interface OfficerManifest {
  version: 1;
  /** `sha384-` and base64, as Subresource Integrity writes it, by address. */
  files: Record<string, string>;
}

/**
 * Writes `officer/manifest.json` beside the officers' page: the hash of the page and of every file that it loads, so that whoever wants to know
 * can tell whether a server hands out this page and no other. Where the root key of an authority is given it is written beside it, and is one
 * of these files.
 * @param pages what Vite has built
 * @param trust the JSON of a root key and of whether it is that of a sandbox; empty where there is none yet
 */
export function writeOfficerManifest(pages: string, trust: string): OfficerManifest {
  const text = (file: string) => readFileSync(join(pages, file), 'utf8');
  if (trust !== '') writeFileSync(join(pages, 'officer/trust.json'), trust);
  const loadable = readdirSync(join(pages, 'web'));
  // Their names carry a hash, so that a file that is named is loaded, and one that is not named is not.
  const found = new Set<string>();
  const follow = (content: string) => {
    for (const name of loadable) {
      if (found.has(name) || !content.includes(name)) continue;
      found.add(name);
      follow(text(`web/${name}`));
    }
  };
  follow(text('officer/index.html'));
  const addressed = [
    ['/officer', 'officer/index.html'],
    ...(trust === '' ? [] : [['/officer/trust.json', 'officer/trust.json']]),
    ...[...found].sort().map((name) => [`/web/${name}`, `web/${name}`]),
  ];
  const files = addressed.map(([address = '', file = '']) => [
    address,
    hashOf(readFileSync(join(pages, file))),
  ]);
  const manifest: OfficerManifest = { version: 1, files: Object.fromEntries(files) };
  writeFileSync(join(pages, 'officer/manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

function hashOf(content: Uint8Array): string {
  return `sha384-${createHash('sha384').update(content).digest('base64')}`;
}
