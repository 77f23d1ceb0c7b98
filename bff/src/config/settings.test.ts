import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isSettingName, settingOf, settings } from './settings.ts';

const readmes = [
  { file: 'README.md', language: 'en', head: ['variable', 'type', 'default', 'meaning'] },
  { file: 'README.zh-CN.md', language: 'zh', head: ['变量', '类型', '默认', '含义'] },
] as const;

/** The table as a README has it. */
function tableOf({ language, head }: (typeof readmes)[number]): string {
  const rows = Object.keys(settings)
    .filter(isSettingName)
    .map((name) => {
      const { type, typeInChinese, default: absent, inSandbox, without, ...texts } = settingOf(name);
      const alone =
        inSandbox === undefined ? '' : `${language === 'zh' ? '沙箱：' : 'sandbox: '}\`${inSandbox}\``;
      const fallback = absent === undefined ? (without?.[language] ?? alone) : `\`${absent}\``;
      return [`\`${name}\``, language === 'zh' ? typeInChinese : type, fallback, texts[language]];
    });
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}

describe.each(readmes)('the table of settings in $file', (readme) => {
  it('is the table that the program reads its environment by', () => {
    const text = readFileSync(new URL(`../../../${readme.file}`, import.meta.url), 'utf8');
    const tables = text.match(/(?:^\|.*\n)+/gm) ?? [];
    expect(tables.find((table) => table.includes('\n| `LZ_'))).toBe(tableOf(readme));
  });
});
