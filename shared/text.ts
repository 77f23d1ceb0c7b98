/** A text in both languages; Simplified Chinese comes first. */
export interface Text {
  zh: string;
  en: string;
}
