import Redoc from 'redoc/bundles/redoc.standalone.js';
import { themeOf } from './theme.ts';

/** Draws the document of the server that the page came from. Nothing else is asked for. */
async function open(into: Element): Promise<void> {
  const answer = await fetch('/openapi.json');
  if (!answer.ok) throw new Error(`the document: ${answer.status}`);
  const read: unknown = await answer.json();
  const options = {
    theme: themeOf(getComputedStyle(document.documentElement).getPropertyValue('--fonts').trim()),
    // It would be a worker made from a text, which the policy of the page does not allow.
    disableSearch: true,
    ...{ hideLoading: true, hideDownloadButton: false, jsonSampleExpandLevel: 3 },
    ...{ schemasExpansionLevel: 1, showSecuritySchemeType: true, pathInMiddlePanel: true },
  };
  await new Promise<void>((drawn, failed) => {
    Redoc.init(read, options, into, (fault) => (fault ? failed(fault) : drawn()));
  });
  into.removeAttribute('aria-busy');
}

const page = document.querySelector('#document');
if (page !== null)
  open(page).catch(() => {
    page.textContent = '接口文档打不开，请稍后刷新。The API document cannot be opened: reload in a moment.';
  });
