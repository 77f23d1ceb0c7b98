/** Something that a machine can see is wrong with a page. */
export interface Finding {
  kind: FindingKind;
  /** Where and what, in words. */
  what: string;
}

export type FindingKind =
  | 'not shown'
  | 'page error'
  | 'missing file'
  | 'empty'
  | 'too wide'
  | 'clipped'
  | 'covered'
  | 'broken word'
  | 'contrast'
  | 'touch target'
  | 'no focus'
  | 'headings'
  | 'language'
  | 'axe';
