import {
  approveProposalCall,
  listProposalsCall,
  type ProposalRecord,
  withdrawProposalCall,
} from '../../../../shared/contract/operator/proposals.ts';
import type { OperatorSession } from '../../../../shared/contract/operator/sign-in.ts';
import { Act } from '../../staff/parts/act.tsx';
import { Page } from '../../staff/parts/page.tsx';
import { Pages } from '../../staff/parts/pages.tsx';
import { Say, useSay } from '../../staff/say.tsx';
import { call } from '../call/call.ts';
import { proposalStateText, proposedText } from '../parts/words.ts';

/** What takes two operators: what waits, and what became of the rest. */
export function Proposals({ session }: { session: OperatorSession }) {
  const read = async (after: string | undefined) => {
    const { proposals, next } = await call(listProposalsCall, {
      query: after === undefined ? {} : { after },
    });
    return { items: proposals, next };
  };
  return (
    <Page title={{ zh: '待批准', en: 'Proposals' }}>
      <p class="soft">
        <Say
          zh="会放宽限制的改动要两位运营人员：一位提议，另一位在一天内批准。"
          en="What weakens takes two operators: one proposes it, another approves it within a day."
        />
      </p>
      <Pages read={read} empty={{ zh: '没有提议', en: 'There is no proposal' }}>
        {(proposals, reload) => (
          <ul class="list">
            {proposals.map((proposal) => (
              <One
                key={proposal.proposalId}
                proposal={proposal}
                own={proposal.by === session.operatorId}
                reload={reload}
              />
            ))}
          </ul>
        )}
      </Pages>
    </Page>
  );
}

function One({
  proposal,
  own,
  reload,
}: {
  proposal: ProposalRecord;
  own: boolean;
  reload: () => Promise<void>;
}) {
  const { say, time } = useSay();
  const { proposalId, proposed, state, byName, at, expiresAt } = proposal;
  const params = { proposalId };
  const { kind, ...details } = proposed;
  return (
    <li>
      <strong>{say(proposedText[kind])}</strong>
      <code>{JSON.stringify(details)}</code>
      <span>
        {byName}
        {' · '}
        {time(at)}
      </span>
      <span class={state}>{say(proposalStateText[state])}</span>
      {state !== 'open' ? null : (
        <>
          <span class="soft">
            <Say zh={`${time(expiresAt)} 前有效`} en={`until ${time(expiresAt)}`} />
          </span>
          {own ? (
            <span>
              <Say zh="是您提议的：要由另一位运营人员批准" en="Yours: another operator has to approve it" />
            </span>
          ) : (
            <Act
              id={`approve-${proposalId}`}
              work={() => call(approveProposalCall, { params }).then(reload)}
              done={{ zh: '已批准并生效', en: 'Approved and in force' }}
              twice={{
                press: { zh: '再按一次：批准并立刻生效', en: 'Press again: approve, in force at once' },
                means: {
                  zh: '请先核对上面的内容和提议人。',
                  en: 'Compare first what stands above, and who proposed it.',
                },
              }}
            >
              <Say zh="批准" en="Approve" />
            </Act>
          )}
          <Act
            id={`withdraw-${proposalId}`}
            work={() => call(withdrawProposalCall, { params }).then(reload)}
            done={{ zh: '已撤回', en: 'Withdrawn' }}
          >
            {own ? <Say zh="撤回" en="Withdraw" /> : <Say zh="不同意" en="Refuse" />}
          </Act>
        </>
      )}
    </li>
  );
}
