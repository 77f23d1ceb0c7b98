/**
 * How every screen of the product looks, phone and counter alike, in one place. `scripts/build/write-tokens.ts` turns it into SCSS for
 * the mini-program and CSS variables for the web pages; no page has a colour or a size of its own.
 */

/** A colour by what it is for; green and red belong to verdicts alone. */
export type ColourName = keyof (typeof colours)['light'];

/** Ink on ground and surface, and `on-...` on what it names, have AA (4.5:1) at least; verdicts and prompts AAA (7:1). */
export const colours = {
  light: {
    /** Warm paper, and what lies on it. */
    ground: '#faf6ed',
    surface: '#fffdf8',
    ink: '#1b1a17',
    'ink-soft': '#565040',
    line: '#ddd4c0',
    /** The border of what can be pressed or typed into: 3:1 on ground and surface. */
    edge: '#7d7560',
    /** Deep ink blue: what can be done. */
    action: '#1d3766',
    'action-pressed': '#12264a',
    'action-tint': '#e6ebf4',
    'on-action': '#ffffff',
    /** The lit edge of the mark, and nothing that has to be read. */
    lit: '#e3b94c',
    /** What should be heeded, and the ribbon of a sandbox. */
    attention: '#704300',
    'attention-tint': '#fbedc8',
    pass: '#0b5c36',
    'on-pass': '#ffffff',
    fail: '#9b1c14',
    'on-fail': '#ffffff',
    /** A verdict that has aged, and an end without one. */
    aged: '#57534a',
    'on-aged': '#ffffff',
    /** A counter code: dark on light in both sets, since some readers take no other. */
    'code-ground': '#ffffff',
    'code-ink': '#11141b',
  },
  dark: {
    ground: '#11141b',
    surface: '#1b202a',
    ink: '#f5f1e7',
    'ink-soft': '#c5bfb0',
    line: '#3b4250',
    edge: '#8f96a5',
    action: '#aac7f6',
    'action-pressed': '#cadcfb',
    'action-tint': '#1f2c45',
    'on-action': '#0b1a34',
    lit: '#ebca6c',
    attention: '#f1c478',
    'attention-tint': '#362a11',
    pass: '#92dbb2',
    'on-pass': '#062415',
    fail: '#ffb6ab',
    'on-fail': '#3d0803',
    aged: '#b7b2a6',
    'on-aged': '#1b1a17',
    'code-ground': '#ffffff',
    'code-ink': '#11141b',
  },
} as const satisfies Record<'light' | 'dark', Record<string, `#${string}`>>;

/** Sizes of type, in CSS pixels at the usual size; web pages have them in rem. Large type (关怀版) is `largeType` times as large. */
export const typeSizes = { body: 18, action: 22, title: 28, prompt: 34, verdict: 96 } as const;
export const largeType = 1.4;

/** Distances, in CSS pixels, by how many steps of four they are. */
export const spaces = { 1: 4, 2: 8, 3: 12, 4: 16, 6: 24, 8: 32, 12: 48 } as const;

/** Corners of what stands on the ground, and the least that a finger hits, in CSS pixels. */
export const radius = 12;
export const touch = 48;

/** Latin first, so that figures are of one kind beside Chinese. */
export const fonts =
  "-apple-system, 'PingFang SC', 'Noto Sans SC', 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif";
