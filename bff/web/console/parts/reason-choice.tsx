import { revocationReasons } from '../../../../shared/contract/operator/terms.ts';
import { Say, useSay } from '../../staff/say.tsx';
import { reasonText } from './words.ts';

type Reason = (typeof revocationReasons)[number];

/** Why something is revoked: stands in the log for good. */
export function ReasonChoice() {
  const { say } = useSay();
  return (
    <label class="field">
      <Say zh="原因（会写入操作记录）" en="Why; it stands in the log" />
      <select name="reason">
        {revocationReasons.map((reason) => (
          <option key={reason} value={reason}>
            {say(reasonText[reason])}
          </option>
        ))}
      </select>
    </label>
  );
}

/** What was chosen. */
export function reasonIn(form: FormData): Reason {
  return revocationReasons.find((reason) => reason === form.get('reason')) ?? 'closed';
}
