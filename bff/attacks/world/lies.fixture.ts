/** What somebody in between makes of a signed text on its way. */
export type Lies = Partial<Record<'verdict' | 'challenge' | 'keyList', (signed: string) => string>>;

/** The JSON answer with its signed texts replaced. */
export function tell(lies: Lies, text: string): string {
  if (!text.startsWith('{')) return text;
  const told: Record<string, unknown> = { ...JSON.parse(text) };
  for (const name of ['verdict', 'challenge', 'keyList'] as const) {
    const signed = told[name];
    const lie = lies[name];
    if (lie !== undefined && typeof signed === 'string') told[name] = lie(signed);
  }
  return JSON.stringify(told);
}

/** Lies the next time and never again; `told` says whether the lie was asked for. */
export function lieOnce(lies: Lies, name: keyof Lies, make: (signed: string) => string): { told: boolean } {
  const lie = { told: false };
  lies[name] = (signed) => {
    delete lies[name];
    lie.told = true;
    return make(signed);
  };
  return lie;
}
