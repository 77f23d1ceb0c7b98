import type { Target } from '../../../build/build-target.ts';

export type MiniTarget = Exclude<Target, 'h5'>;

/** Which attributes each native tag is used with, in camel case: they become the properties of its stand-in. */
export type TagProperties = Map<string, Set<string>>;

const ownWords = new Set(['template', 'block', 'import', 'include', 'wxs', 'slot', 'comp', 'custom-wrapper']);
const notProperties = /^(bind|catch|data-)|^(id|class|style)$/;

/** An Alipay template in the words of WeChat's: the same language with other names. */
function inWechatWords(axml: string): string {
  return axml
    .replace(/<import-sjs name="(\w+)" from="(.*?)\.sjs"/g, '<wxs module="$1" src="$2.wxs"')
    .replace(/\ba:(for|key|if|elif|else|for-item|for-index)\b/g, 'wx:$1')
    .replace(
      /\s(on|catch)([A-Z]\w*)=/g,
      (_, kind: string, name: string) => ` ${kind === 'on' ? 'bind' : 'catch'}${name.toLowerCase()}=`,
    )
    .replace(/(src=".*?)\.axml"/g, '$1.wxml"');
}

/**
 * A template for the compiler: native tags get the prefix `wx-`, under which their stand-ins are registered, and
 * `tags` learns what they are used with.
 */
export function rewriteTemplate(target: MiniTarget, template: string, tags: TagProperties): string {
  const wxml = target === 'alipay' ? inWechatWords(template) : template;
  return wxml.replace(
    /<(\/?)([a-z][a-z-]*)((?:\s+[\w:-]+(?:="[^"]*")?)*)/g,
    (whole, slash: string, tag: string, attributes: string) => {
      if (ownWords.has(tag)) return whole;
      if (slash === '') noteProperties(tags, tag, attributes);
      return `<${slash}wx-${tag}${attributes}`;
    },
  );
}

function noteProperties(tags: TagProperties, tag: string, attributes: string): void {
  const known = tags.get(tag) ?? new Set();
  tags.set(tag, known);
  for (const [, name = ''] of attributes.matchAll(/\s([\w-]+)=/g)) {
    if (!notProperties.test(name)) known.add(camelCase(name));
  }
}

function camelCase(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
