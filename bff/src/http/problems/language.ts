/** The languages of the texts in `shared/errors.ts`. */
export type Language = 'zh' | 'en';

/** The better of the two by an Accept-Language header (RFC 9110 section 12.5.4); Chinese where it does not tell. */
export function languageOf(acceptLanguage: string | undefined): Language {
  if (acceptLanguage === undefined) return 'zh';
  const weight = { zh: 0, en: 0 };
  for (const range of acceptLanguage.slice(0, 200).toLowerCase().split(',')) {
    const [tag = '', ...parameters] = range.trim().split(';');
    const quality = parameters.map((text) => text.trim()).find((text) => text.startsWith('q='));
    const value = quality === undefined ? 1 : Number(quality.slice(2)) || 0;
    const language = tag.split('-')[0];
    if (language === 'zh' || language === 'en') weight[language] = Math.max(weight[language], value);
  }
  return weight.en > weight.zh ? 'en' : 'zh';
}
