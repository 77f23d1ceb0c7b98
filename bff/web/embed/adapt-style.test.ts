import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { adaptStyle } from './adapt-style.ts';

describe('a style of our pages in somebody else’s', () => {
  it('speaks of the host, of the frame and of the room that there is', () => {
    expect(adaptStyle(':root {\n  --a: 1rem;\n}')).toBe(':host {\n  --a: calc(1 * var(--rem));\n}');
    expect(adaptStyle('body [hidden] {\n}\nbody:is(.a) {\n}')).toBe('.desk [hidden] {\n}\n.desk:is(.a) {\n}');
    expect(adaptStyle('@media (max-width: 48rem), (max-height: 36rem) {\n}')).toBe(
      '@container liangzheng (max-width: 768px) {\n}',
    );
    expect(adaptStyle('a { width: min(2 * 1px, 16vw) }')).toBe('a { width: min(2 * 1px, 16cqw) }');
    expect(adaptStyle('@media (prefers-color-scheme: dark) {\n}')).toBe(
      '@media (prefers-color-scheme: dark) {\n}',
    );
  });

  it('leaves nothing that depends on the page around it', () => {
    const web = join(import.meta.dirname, '..');
    for (const file of globSync('{kit/*,desk/face/*,embed/*}.css', { cwd: web }))
      expect(adaptStyle(readFileSync(join(web, file), 'utf8')), file).not.toMatch(
        /:root|\dd?v[wh]\b|\d(?!px)rem|(^|[\s,}])(html|body)[\s:,{]|@media \((m|min|max)-?(width|height|aspect)/m,
      );
  });
});
