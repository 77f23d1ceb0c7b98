/** What may be logged of a fault: its name and where it happened. Messages are left out: they may quote what was sent. */
export function faultFacts(fault: unknown): { error: string; stack: string[] } {
  if (!(fault instanceof Error)) return { error: typeof fault, stack: [] };
  return {
    error: fault.name,
    stack: (fault.stack ?? '').split('\n').filter((line) => line.startsWith('    at ')),
  };
}
