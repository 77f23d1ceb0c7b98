import { shownNamePattern } from '../../../shared/shown-name.ts';
import type { Config } from './config.ts';
import type { Setting, SettingReader } from './setting-reader.ts';
import { readUrl } from './setting-types.ts';
import { type SettingName, settingOf } from './settings.ts';

const shownName = new RegExp(shownNamePattern, 'u');
/** As people dial it: at most the 15 digits of ITU-T E.164, with room for what stands between them. */
const dialled = /^\+?[0-9](?:[ -]?[0-9]){2,14}$/;

/**
 * Who stands behind the service. Production has to say all of it, and nothing of what a sandbox says by itself.
 * @param publicUrl where the H5 app stands, whose settings page has the privacy text of a sandbox
 */
export function readAbout(
  { setting, optional }: SettingReader,
  production: boolean,
  publicUrl: Setting<string>,
): Setting<Config['about']> {
  const real = (name: SettingName, read: (given: string) => string | undefined) =>
    setting(name, (given) => (production && given === settingOf(name).inSandbox ? undefined : read(given)));
  const name = (called: SettingName) => real(called, (given) => (shownName.test(given) ? given : undefined));
  const operator = { zh: name('LZ_OPERATOR'), en: name('LZ_OPERATOR_EN') };
  const authority = { zh: name('LZ_AUTHORITY_NAME'), en: name('LZ_AUTHORITY_NAME_EN') };
  const hotline = real('LZ_HOTLINE', (given) => (dialled.test(given) ? given : undefined));
  const privacyUrl =
    production || optional('LZ_PRIVACY_URL') !== undefined
      ? setting('LZ_PRIVACY_URL', (given) => readUrl(given, production))
      : () => `${publicUrl()}/pages/settings/index`;
  return () => ({
    operator: { zh: operator.zh(), en: operator.en() },
    authority: { zh: authority.zh(), en: authority.en() },
    hotline: hotline(),
    privacyUrl: privacyUrl(),
  });
}
