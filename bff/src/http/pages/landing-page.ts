import { readFileSync } from 'node:fs';
import type { About } from '../../../../shared/contract/about.ts';
import type { Landed } from '../../../../shared/contract/landed.ts';
import type { ErrorCode } from '../../../../shared/errors.ts';
import { purposeText, scenes } from '../../../../shared/scenes.ts';
import type { Text } from '../../../../shared/text.ts';
import type { Landing } from '../../verify/02-land.ts';

/** What the page says where there is nothing to open: each has a part of its own there. */
export type Refusal = 'stale' | 'forged' | 'over' | 'unknown' | 'busy';

/** The landing page of codes: one file, into which is written who asks, or why nothing opens. */
export interface LandingPage {
  /** As it was built: its inline scripts are what a policy has to allow. */
  readonly template: string;
  /** @param app the app's page of this code */
  asks(language: keyof Text, landing: Pick<Landing, 'asks' | 'serverTime'>, app: string): string;
  refuses(language: keyof Text, refusal: Refusal): string;
}

/** Reads the page from the file that the build of the H5 app made. @throws Error where it has no place for something */
export function openLandingPage(file: string, about: About): LandingPage {
  const template = readFileSync(file, 'utf8');
  const fixed = { hidden: about.sandbox ? '' : 'hidden', about: footer(about) };
  const fill = (
    language: keyof Text,
    state: string,
    { what, data }: { what: Text; data: string },
  ): string => {
    const filled: Record<string, string> = {
      ...fixed,
      ...{ state, data },
      ...{ whatZh: escaped(what.zh), whatEn: escaped(what.en) },
    };
    return partsOf(template, state)
      .replace('lang="zh-CN"', `lang="${language === 'zh' ? 'zh-CN' : 'en'}"`)
      .replace(/"__data__"|__([a-zA-Z]+)__/g, (mark, name = 'data') => filled[name] ?? mark);
  };
  return {
    template,
    asks(language, { asks: { rpId, counterId, scene, purpose, registration }, serverTime }, page) {
      const landed: Landed = { page, asks: { rpId, counterId, scene, registration }, serverTime };
      const [where, why] = [scenes[scene].text, purposeText[purpose]];
      const what = { zh: `${where.zh} · ${why.zh}`, en: `${where.en} · ${why.en}` };
      return fill(language, 'asks', { what, data: inScript(landed) });
    },
    refuses: (language, refusal) => fill(language, refusal, { what: { zh: '', en: '' }, data: 'null' }),
  };
}

/** Without the parts of other states, and without the app where nothing opens. Who asks may turn out to be unknown in the page. */
function partsOf(template: string, state: string): string {
  const page = template.replace(/<section data-for="(\w+)">.*?<\/section>/gs, (part, name) =>
    name === state || (state === 'asks' && name === 'unknown') ? part : '',
  );
  if (state === 'asks') return page;
  return page.replace(/<script defer[^>]*><\/script>|<link rel="stylesheet"[^>]*>/g, '');
}

/** What a person is told of a refused code. */
export function refusalOf(code: ErrorCode): Refusal {
  switch (code) {
    case 'code-stale':
      return 'stale';
    case 'code-forged':
    case 'code-unreadable':
      return 'forged';
    case 'session-over':
    case 'session-taken':
      return 'over';
    case 'who-asks-unknown':
      return 'unknown';
    default:
      return 'busy';
  }
}

function footer({ operator, authority, hotline, privacyUrl }: About): string {
  const both = (zh: string, en: string) =>
    `<span lang="zh">${escaped(zh)}</span><span lang="en">${escaped(en)}</span>`;
  const dialled = escaped(hotline.replace(/[^0-9+]/g, ''));
  return [
    `<p>${both(`运营：${operator.zh}　认证：${authority.zh}`, `Operator: ${operator.en}. Authority: ${authority.en}.`)}</p>`,
    `<p>${both('客服电话', 'Hotline')} <a href="tel:${dialled}">${escaped(hotline)}</a>`,
    ` <a href="${escaped(privacyUrl)}" target="_blank" rel="noreferrer">${both('隐私说明', 'Privacy')}</a></p>`,
  ].join('');
}

/** Text inside an element or an attribute in double quotes. */
function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** JSON inside a script element, which ends at the first `</script`, whatever it is part of. */
function inScript(value: object): string {
  return JSON.stringify(value).replace(/</g, '\\u003c');
}
