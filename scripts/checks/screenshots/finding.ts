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
  | 'lone character'
  | 'contrast'
  | 'touch target'
  | 'filled buttons'
  | 'no focus'
  | 'headings'
  | 'language'
  | 'axe';
