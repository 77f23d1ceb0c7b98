import { type Proposed, proposeCall } from '../../../../shared/contract/operator/proposals.ts';
import type { Text } from '../../../../shared/text.ts';
import type { Refused } from '../../staff/call/refused.ts';
import { Act } from '../../staff/parts/act.tsx';
import { Say, useSay } from '../../staff/say.tsx';
import { call } from '../call/call.ts';

const made: Text = {
  zh: '已提议，请另一位运营人员在“待批准”里批准',
  en: 'Proposed: another operator approves it under Proposals',
};

/** What takes two operators: this one proposes it. */
export function ProposeOne({ id, proposed, label }: { id: string; proposed: Proposed; label: Text }) {
  const { say } = useSay();
  return (
    <Act id={id} work={() => call(proposeCall, { body: { proposed } })} done={made}>
      {say(label)}
    </Act>
  );
}

/** Beside a refusal for want of a second operator: the same, as a proposal. */
export function proposeInstead(proposed: () => Proposed) {
  return (refused: Refused) =>
    refused.why === 'two-operators-needed' ? (
      <Act id="propose" work={() => call(proposeCall, { body: { proposed: proposed() } })} done={made}>
        <Say zh="提交给另一位运营人员批准" en="Propose it to another operator" />
      </Act>
    ) : null;
}
