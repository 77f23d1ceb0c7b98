import { type CaseResult, isAsExpected, type StepTime } from './case-result.ts';

/** Where results go as they come. */
export interface Reporter {
  note(text: string): void;
  result(result: CaseResult, steps: readonly StepTime[]): void;
  end(totals: { passed: number; failed: number }): void;
}

/** One JSON object a line and nothing else. */
export function jsonReporter(write: (line: string) => void): Reporter {
  return {
    note: () => undefined,
    result: (result) => write(JSON.stringify(result)),
    end: (totals) => write(JSON.stringify(totals)),
  };
}

/** A line for each case, and one with its steps. */
export function textReporter(write: (line: string) => void): Reporter {
  return {
    note: write,
    result(result, steps) {
      const mark = isAsExpected(result) ? 'ok  ' : 'FAIL';
      const said = isAsExpected(result) ? result.actual : `${result.actual}, expected ${result.expected}`;
      const reason = result.reason === '' ? '' : ` (${result.reason})`;
      write(
        `${mark} ${result.person}  ${result.case.padEnd(20)} ${said}${reason}  ${seconds(result.msTotal)}`,
      );
      const counter =
        result.msVerdictToCounter === null ? [] : [`verdict to counter ${result.msVerdictToCounter} ms`];
      const line = [...steps.map(({ step, ms }) => `${step} ${Math.round(ms)} ms`), ...counter];
      if (line.length > 0) write(`       ${line.join(' · ')}`);
    },
    end({ passed, failed }) {
      write(
        failed === 0 ? `All ${passed} cases as expected.` : `${passed} cases as expected, ${failed} not.`,
      );
    },
  };
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}
