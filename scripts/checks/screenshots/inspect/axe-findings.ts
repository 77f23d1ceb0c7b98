import axe from 'axe-core';
import type { Page } from 'playwright-core';
import type { Finding } from '../finding.ts';

declare global {
  interface Window {
    axe: typeof axe;
  }
}

/** All of WCAG 2.2 up to AA that a machine can judge, and what axe itself advises. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Ours find more: contrast also on gradients, of placeholders and of controls at rest; a second heading of the first level. */
const foundByOurs = ['color-contrast', 'page-has-heading-one'];

/** What axe finds wrong: roles, names, labels, landmarks, structure. What it only asks a person to look at is left out. */
export async function axeFindings(page: Page): Promise<Finding[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(
    async ({ tags, foundByOurs }) => {
      const { axe } = window;
      const rules = Object.fromEntries(foundByOurs.map((rule) => [rule, { enabled: false }]));
      return await axe.run(document, { runOnly: tags, rules, resultTypes: ['violations'] });
    },
    { tags, foundByOurs },
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, html }) => ({
      kind: 'axe' as const,
      what: `${id} at ${target}: ${html.slice(0, 90)}`,
    })),
  );
}
