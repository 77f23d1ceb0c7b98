import {
  type DisputeRecord,
  listDisputesCall,
  resolveDisputeCall,
} from '../../../../shared/contract/operator/disputes.ts';
import type { DisputeKind } from '../../../../shared/contract/protect/dispute.ts';
import type { Text } from '../../../../shared/text.ts';
import { Act } from '../../staff/parts/act.tsx';
import { Page } from '../../staff/parts/page.tsx';
import { Pages } from '../../staff/parts/pages.tsx';
import { Say, useSay } from '../../staff/say.tsx';
import { call } from '../call/call.ts';

const kindText = {
  takeover: { zh: '在另一部手机登录的不是本人', en: 'Somebody else signed in on another phone' },
  check: { zh: '办核验的不是本人', en: 'Somebody else was checked' },
} as const satisfies Record<DisputeKind, Text>;

const stateText = {
  open: { zh: '等待处理', en: 'open' },
  upheld: { zh: '属实', en: 'upheld' },
  dismissed: { zh: '不属实', en: 'dismissed' },
} as const satisfies Record<DisputeRecord['state'], Text>;

/** What holders dispute, the newest first: of each its kind and its day, and nobody's name. */
export function DisputesPage() {
  const read = async (after: string | undefined) => {
    const { disputes, next } = await call(listDisputesCall, { query: after === undefined ? {} : { after } });
    return { items: disputes, next };
  };
  return (
    <Page title={{ zh: '异议', en: 'Disputes' }}>
      <p class="soft">
        <Say
          zh="持证人说“这不是我”：网证已经冻结或暂停，这里只有种类和日期，不知道是谁。怎么处理都不会让网证恢复使用，只有本人刷脸才能解冻。"
          en="Holders who say “this was not me”: the credential is frozen or suspended already, and what stands here is kind and day, not who. Nothing that you decide makes a credential usable again; only its holder’s own face does."
        />
      </p>
      <Pages read={read} empty={{ zh: '没有异议', en: 'There is no dispute' }}>
        {(disputes, reload) => (
          <ul class="list" id="disputes">
            {disputes.map((dispute) => (
              <One key={dispute.disputeId} dispute={dispute} reload={reload} />
            ))}
          </ul>
        )}
      </Pages>
    </Page>
  );
}

function One({ dispute, reload }: { dispute: DisputeRecord; reload: () => Promise<void> }) {
  const { say, time } = useSay();
  const { disputeId, kind, day, state, resolvedAt } = dispute;
  const resolve = (outcome: 'upheld' | 'dismissed') => () =>
    call(resolveDisputeCall, { params: { disputeId }, body: { outcome } }).then(reload);
  return (
    <li>
      <strong>{say(kindText[kind])}</strong>
      <span>{day}</span>
      <span>
        {say(stateText[state])}
        {resolvedAt === undefined ? null : ` · ${time(resolvedAt)}`}
      </span>
      <code class="soft">{disputeId}</code>
      {state !== 'open' ? null : (
        <>
          <Act
            id={`uphold-${disputeId}`}
            work={resolve('upheld')}
            done={{ zh: '已记为属实', en: 'Upheld' }}
            twice={{
              press: { zh: '再按一次：属实', en: 'Press again: uphold' },
              means: {
                zh: '因登录暂停的网证会作废。',
                en: 'A credential that a sign-in had suspended is void then.',
              },
            }}
          >
            <Say zh="属实" en="Uphold" />
          </Act>
          <Act
            id={`dismiss-${disputeId}`}
            work={resolve('dismissed')}
            done={{ zh: '已记为不属实', en: 'Dismissed' }}
          >
            <Say zh="不属实" en="Dismiss" />
          </Act>
        </>
      )}
    </li>
  );
}
