import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import ts from 'typescript';
import type { CompiledOutput } from './compile/compile-output.ts';

export interface PageFile {
  contentType: string;
  body: string;
}

const require = createRequire(import.meta.url);
const own = join(import.meta.dirname, 'page');
const repository = join(import.meta.dirname, '../../..');
/** What the page shares with the product; its imports end here because a browser climbs no higher than the root. */
const sharedWithPage = ['/shared/sample/encode-wav.ts'];
const script = 'text/javascript; charset=utf-8';

const packages: Record<string, string> = {
  'glass-easel': require.resolve('glass-easel/dist/glass_easel.dev.all.es.js'),
  'glass-easel-miniprogram-adapter': require
    .resolve('glass-easel-miniprogram-adapter')
    .replace(/\.js$/, '.es.js'),
};

const imports = Object.fromEntries(Object.keys(packages).map((name) => [name, `/packages/${name}.js`]));

/** What the native tags look like where the mini-program says nothing else. */
const nativeStyles = `
body { margin: 0 }
wx-view, wx-scroll-view, wx-form, wx-camera, wx-swiper, wx-input, wx-textarea, wx-image, wx-label { display: block }
wx-button { display: block; text-align: center; cursor: pointer; margin: 0 auto; box-sizing: border-box }
wx-button[disabled] { pointer-events: none }
.native { display: block; width: 100%; height: 100%; border: 0; padding: 0; font: inherit; color: inherit; background: none; object-fit: cover }
`;

const index = `<!doctype html><html><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<style>${nativeStyles}</style><link rel="stylesheet" href="/app.css">
<script type="importmap">${JSON.stringify({ imports })}</script></head>
<body><script src="/output.js"></script><script type="module" src="/main.ts"></script></body></html>`;

/** The file that the host's page asks for at `path`; types are taken out of TypeScript on the way. */
export function pageFile(output: CompiledOutput, path: string): PageFile | undefined {
  if (path === '/') return { contentType: 'text/html; charset=utf-8', body: index };
  if (path === '/output.js') return { contentType: script, body: output.script };
  if (path === '/app.css') return { contentType: 'text/css; charset=utf-8', body: output.styles };
  const wanted = /^\/packages\/(.+)\.js$/.exec(path)?.[1];
  const file = wanted === undefined ? undefined : packages[wanted];
  if (file !== undefined) return { contentType: script, body: readFileSync(file, 'utf8') };
  if (sharedWithPage.includes(path))
    return { contentType: script, body: withoutTypes(readFileSync(join(repository, path), 'utf8')) };
  if (!/^\/(api\/)?[a-z0-9-]+\.ts$/.test(path)) return undefined;
  return { contentType: script, body: withoutTypes(readFileSync(join(own, path), 'utf8')) };
}

function withoutTypes(source: string): string {
  const { ESNext: module } = ts.ModuleKind;
  const { ESNext: target } = ts.ScriptTarget;
  return ts.transpileModule(source, { compilerOptions: { module, target, verbatimModuleSyntax: true } })
    .outputText;
}
