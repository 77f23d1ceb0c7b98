import { colours } from '../../../shared/ui/tokens.ts';

/**
 * The reader's theme by the tokens of all pages. It computes with colours, and so wants them as they are written there, not as
 * names of properties: the light ones, whatever the system prefers.
 */
export function themeOf(fonts: string): object {
  const token = (name: keyof typeof colours.light) => colours.light[name];
  const strong = { fontFamily: fonts, fontWeight: '600' };
  return {
    colors: {
      primary: { main: token('action') },
      success: { main: token('pass') },
      warning: { main: token('attention') },
      error: { main: token('fail') },
      text: { primary: token('ink'), secondary: token('ink-soft') },
      border: { dark: token('edge'), light: token('line') },
      responses: {
        success: { color: token('pass'), backgroundColor: 'transparent' },
        error: { color: token('fail'), backgroundColor: 'transparent' },
      },
      http: { get: token('pass'), post: token('action'), put: token('attention') },
    },
    typography: {
      ...{ fontSize: '16px', lineHeight: '1.6', fontFamily: fonts, headings: strong },
      code: { fontSize: '14px', color: token('action'), backgroundColor: token('action-tint'), wrap: true },
      links: { color: token('action'), visited: token('action') },
    },
    sidebar: { backgroundColor: token('ground'), textColor: token('ink'), width: '280px' },
    rightPanel: { backgroundColor: token('code-ink'), textColor: token('on-action') },
  };
}
