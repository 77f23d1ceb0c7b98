import type { About } from '../../../shared/contract/about.ts';

/** Who stands behind this service. Undefined where it cannot be had now: the next page asks again. */
export async function readAbout(): Promise<About | undefined> {
  return {
    operator: { zh: '亮证演示运营方', en: 'Liangzheng demonstration operator' },
    authority: { zh: '演示认证方', en: 'Demonstration authority' },
    hotline: '400-000-0000',
    privacyUrl: 'https://example.com/privacy',
    sandbox: true,
  };
}
