import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const family = join(root, 'node_modules', '@expo-google-fonts', 'noto-sans-sc');
/** Regular and bold; what stands between is drawn by the nearer one, as on phones that have two. */
const weights = ['400Regular', '700Bold'];
const generic = ['sans-serif', 'serif', 'monospace', 'system-ui'];

/**
 * The environment in which Chromium has the fonts that the lock file pins and no others, without hinting and without coloured edges:
 * a page then looks the same on each machine that it is drawn on.
 */
export function pinnedFonts(): NodeJS.ProcessEnv {
  const kept = join(root, 'miniprogram', 'dist', 'fonts');
  mkdirSync(kept, { recursive: true });
  const file = join(kept, 'fonts.conf');
  const alias = (name: string) =>
    `<alias binding="same"><family>${name}</family><prefer><family>Noto Sans SC</family></prefer></alias>`;
  const drawing = [
    ['antialias', '<bool>true</bool>'],
    ['hinting', '<bool>false</bool>'],
    ['hintstyle', '<const>hintnone</const>'],
    ['rgba', '<const>none</const>'],
    ['embeddedbitmap', '<bool>false</bool>'],
  ].map(([name, value]) => `<edit name="${name}" mode="assign">${value}</edit>`);
  writeFileSync(
    file,
    `<?xml version="1.0"?>
<fontconfig>
${weights.map((weight) => `<dir>${join(family, weight)}</dir>`).join('\n')}
<cachedir>${join(kept, 'cache')}</cachedir>
${generic.map(alias).join('\n')}
<match target="font">${drawing.join('')}</match>
</fontconfig>
`,
  );
  return { ...process.env, FONTCONFIG_FILE: file, LANG: 'C.UTF-8' };
}
