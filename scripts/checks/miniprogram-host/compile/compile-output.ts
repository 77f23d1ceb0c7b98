import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TmplGroup } from 'glass-easel-template-compiler';
import { type MiniTarget, rewriteTemplate, type TagProperties } from './rewrite-template.ts';

/** One output of Taro, ready for the browser: a script that sets `window.miniprogram`, and its styles. */
export interface CompiledOutput {
  script: string;
  styles: string;
}

/** How the files of an output are called. */
const extensions = {
  weapp: { template: '.wxml', script: '.wxs', style: '.wxss' },
  alipay: { template: '.axml', script: '.sjs', style: '.acss' },
} as const satisfies Record<MiniTarget, object>;

/** What a browser has and the logic layer of a mini-program does not: its modules must not see it. */
const hiddenFromBoth = [
  ...['window', 'document', 'self', 'location', 'localStorage', 'sessionStorage', 'indexedDB'],
  ...['crypto', 'fetch', 'XMLHttpRequest', 'TextEncoder', 'TextDecoder', 'URL', 'URLSearchParams', 'Buffer'],
  ...['atob', 'btoa', 'AbortController', 'MessageChannel', 'Blob', 'FileReader', 'Image'],
];

/** Alipay's logic layer has a `navigator`, and Taro asks it what it is. */
const hidden = { weapp: [...hiddenFromBoth, 'navigator'], alipay: hiddenFromBoth };

/** What the stand-ins of native tags are made of. */
const standIns = {
  'host/slot': '<slot/>',
  'host/input': '<input class="native"/>',
  'host/textarea': '<textarea class="native"></textarea>',
  'host/switch': '<input class="native-switch" type="checkbox" role="switch"/>',
  'host/image': '<img class="native"/>',
};

/** Compiles the output of a build. @throws Error where a template has an error */
export function compileOutput(folder: string, target: MiniTarget): CompiledOutput {
  const { template, script, style } = extensions[target];
  const files = globSync('**/*.*', { cwd: folder }).sort();
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  const named = (extension: string) =>
    files
      .filter((file) => file.endsWith(extension))
      .map((file) => [file.slice(0, -extension.length), read(file)] as const);

  const tags: TagProperties = new Map();
  const group = new TmplGroup();
  for (const [name, text] of named(template)) {
    const findings: unknown = group.addTmpl(name, rewriteTemplate(target, text, tags));
    for (const finding of Array.isArray(findings) ? findings : []) {
      if (finding.isError)
        throw new Error(`${name}${template}, line ${finding.startLine}: ${finding.message}`);
    }
  }
  for (const [name, text] of named(script)) {
    group.addScript(name, text.replace('export default', 'module.exports ='));
  }
  for (const [name, text] of Object.entries(standIns)) group.addTmpl(name, text);

  const parameters = ['require', 'module', 'exports', ...hidden[target]].join(',');
  const modules = named('.js').map(
    ([name, text]) => `${JSON.stringify(name)}:function(${parameters}){${text}\n}`,
  );
  const settings = Object.fromEntries(named('.json').map(([name, text]) => [name, JSON.parse(text)]));
  const tagList = Object.fromEntries([...tags].map(([tag, properties]) => [tag, [...properties]]));
  return {
    script: `window.miniprogram={target:${JSON.stringify(target)},templates:${group.getTmplGenObjectGroups()},
tags:${JSON.stringify(tagList)},settings:${JSON.stringify(settings)},modules:{${modules.join(',\n')}}};`,
    styles: named(style)
      .map(([, text]) => forBrowser(text))
      .join('\n'),
  };
}

/** `rpx` is a 750th of the width of the screen, and `page` what a browser calls body. */
function forBrowser(css: string): string {
  return css
    .replace(/(-?\d*\.?\d+)rpx/g, (_, size: string) => `${(Number(size) / 7.5).toFixed(4)}vw`)
    .replace(/(^|[},\s])page(?=[\s{,])/g, '$1body');
}
