import type { Page } from 'playwright-core';
import type { Finding } from '../finding.ts';
import { axeFindings } from './axe-findings.ts';
import { contrastFindings } from './contrast-findings.ts';
import { coveredFindings, pageFindings } from './page-findings.ts';
import { spokenFindings } from './spoken-findings.ts';
import { textFindings } from './text-findings.ts';

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
