import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { colours, fonts, largeType, radius, spaces, touch, typeSizes } from '../../shared/ui/tokens.ts';
import { runCommand } from '../program/run-command.ts';

const header = 'Made from shared/ui/tokens.ts by `npm run tokens`: change it there.';
const rem = (pixels: number): string => `${pixels / 16}rem`;
const lines = (entries: readonly (readonly [string, string])[], indent = '  '): string =>
  entries.map(([name, value]) => `${indent}${name}: ${value};\n`).join('');
const variables = (of: Readonly<Record<string, string>>) =>
  Object.entries(of).map(([name, value]) => [`--${name}`, value] as const);

/** The tokens as SCSS. Sizes are pixels times the person's type scale: WeChat's rem is a twentieth of the screen's width. */
export function tokensScss(): string {
  const sizes = [
    ...Object.entries(spaces).map(([steps, pixels]) => [`$space-${steps}`, `${pixels}px`] as const),
    ['$radius', `${radius}px`] as const,
    ['$touch', `${touch}px`] as const,
    ...Object.entries(typeSizes).map(([name, pixels]) => [`$type-${name}`, `${pixels}px`] as const),
    ['$large-type', String(largeType)] as const,
    ['$fonts', fonts] as const,
  ];
  const scale = `@mixin type($size, $weight: 400) {
  font-size: calc(#{$size} * var(--type-scale));
  font-weight: $weight;
  line-height: 1.5;
}`;
  const phrases = `// Of a few words: lines are of like length, and end where a phrase does. On the narrowest screens a phrase may be longer than a line,
// and would leave its comma to the next one.
@mixin in-phrases {
  overflow-wrap: anywhere;
  text-wrap: balance;

  @media (min-width: 360px) {
    word-break: keep-all;
  }
}`;
  const sets = Object.entries(colours).map(([name, set]) => `@mixin ${name} {\n${lines(variables(set))}}`);
  return `// ${header}\n${lines(sizes, '')}\n${[scale, phrases, ...sets].join('\n\n')}\n`;
}

/** The tokens as CSS variables, sizes of type in rem. Dark where the browser asks for it. */
export function tokensCss(): string {
  const sizes = [
    ...Object.entries(spaces).map(([steps, pixels]) => [`--space-${steps}`, rem(pixels)] as const),
    ['--radius', rem(radius)] as const,
    ['--touch', rem(touch)] as const,
    ...Object.entries(typeSizes).map(([name, pixels]) => [`--type-${name}`, rem(pixels)] as const),
    ['--fonts', fonts.replaceAll("'", '"')] as const,
  ];
  const { light, dark } = colours;
  return `/* ${header} */
:root {
  color-scheme: light dark;
${lines([...sizes, ...variables(light)])}}

@media (prefers-color-scheme: dark) {
  :root {
${lines(variables(dark), '    ')}  }
}
`;
}

/** Where each form of the tokens stands, from the root of the repository. */
export const tokenFiles = {
  'miniprogram/src/styles/tokens.scss': tokensScss,
  'bff/web/kit/tokens.css': tokensCss,
} as const;

if (import.meta.main)
  await runCommand({
    usage: `npm run tokens

Writes the tokens of shared/ui/tokens.ts as the styles of phone and pages.
`,
    options: {},
    run() {
      for (const [path, render] of Object.entries(tokenFiles))
        writeFileSync(join(import.meta.dirname, '..', '..', path), render());
    },
  });
