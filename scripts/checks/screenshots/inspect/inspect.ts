import type { Page } from 'playwright-core';
import type { Finding } from '../finding.ts';
import { axeFindings } from './axe-findings.ts';
import { contrastFindings } from './contrast-findings.ts';
import { coveredFindings, pageFindings } from './page-findings.ts';
import { textFindings } from './text-findings.ts';

const controlRoles = ['button', 'link', 'textbox', 'checkbox', 'switch', 'radio', 'combobox'];

/** Everything that a machine can see is wrong with the page as it stands. */
export async function inspect(page: Page): Promise<Finding[]> {
  return [
    ...(await page.evaluate(pageFindings)),
    ...(await page.evaluate(textFindings)),
    ...(await page.evaluate(contrastFindings)),
    ...(await page.evaluate(coveredFindings)),
    ...(await spokenFindings(page)),
    ...(await axeFindings(page)),
  ];
}

/** What a screen reader would miss, by Chromium's own accessibility tree: a way to reach controls, the page's one heading. */
async function spokenFindings(page: Page): Promise<Finding[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const found: Finding[] = [];
  const titles: string[] = [];
  for (const { ignored, role, name, properties = [] } of nodes) {
    const kind = String(role?.value ?? '');
    const words = String(name?.value ?? '').trim();
    const property = (wanted: string): unknown =>
      properties.find(({ name: each }) => each === wanted)?.value.value;
    if (ignored) continue;
    if (kind === 'heading' && property('level') === 1) titles.push(words);
    if (!controlRoles.includes(kind)) continue;
    if (property('focusable') !== true && property('disabled') !== true)
      found.push({ kind: 'no focus', what: `${kind} “${words.slice(0, 24)}”` });
  }
  if (titles.length !== 1 || titles[0] === '')
    found.push({ kind: 'headings', what: `${titles.length} headings of the first level` });
  return found;
}
