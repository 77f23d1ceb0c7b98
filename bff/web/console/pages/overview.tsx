import { type Overview, overviewCall } from '../../../../shared/contract/operator/overview.ts';
import { Act } from '../../staff/parts/act.tsx';
import { Facts, Part } from '../../staff/parts/facts.tsx';
import { Load } from '../../staff/parts/load.tsx';
import { Page } from '../../staff/parts/page.tsx';
import { Say, useSay } from '../../staff/say.tsx';
import { call } from '../call/call.ts';
import { HealthPart } from '../parts/health.tsx';

/** What there is, whether all is well, and what wants an operator. */
export function OverviewPage() {
  const { number, time } = useSay();
  return (
    <Page title={{ zh: '概况', en: 'Overview' }}>
      <HealthPart />
      <Load of={() => call(overviewCall, {})}>
        {(
          { at, relyingParties, counters, liveChecks, newcomers, openProposals, outbox, storage },
          reload,
        ) => (
          <>
            <Part id="wants" title={{ zh: '需要处理', en: 'What wants you' }}>
              <ul class="wants">
                {storage.hasRoom ? null : (
                  <li class="notice">
                    <Say
                      zh="数据库所在磁盘已满：请腾出空间，在此之前不接新的核验"
                      en="The disk of the database is full: make room; no new checks are taken until then"
                    />
                  </li>
                )}
                {counters.ended === 0 ? null : (
                  <li class="notice">
                    <Say
                      zh={`${number(counters.ended)} 个柜台的登记已过期，不能发起核验：请重新登记`}
                      en={`The registration of ${number(counters.ended)} counters has ended: renew it, they open no check`}
                    />
                  </li>
                )}
                {counters.endingSoon === 0 ? null : (
                  <li>
                    <Say
                      zh={`${number(counters.endingSoon)} 个柜台的登记 30 天内到期：请续期`}
                      en={`The registration of ${number(counters.endingSoon)} counters ends within 30 days: renew it`}
                    />
                  </li>
                )}
                {openProposals === 0 ? null : (
                  <li>
                    <a href="#/proposals">
                      <Say
                        zh={`${number(openProposals)} 项提议等待批准`}
                        en={`${number(openProposals)} proposals wait for approval`}
                      />
                    </a>
                  </li>
                )}
                {newcomers.map((newcomer) => (
                  <Newcomer key={newcomer.operatorId} newcomer={newcomer} />
                ))}
                {storage.hasRoom &&
                counters.ended + counters.endingSoon + openProposals + newcomers.length === 0 ? (
                  <li>
                    <Say zh="没有需要处理的事" en="Nothing" />
                  </li>
                ) : null}
              </ul>
            </Part>
            <Part id="figures" title={{ zh: '数字', en: 'Figures' }}>
              <Facts
                facts={[
                  [{ zh: '有效依赖方', en: 'Active relying parties' }, number(relyingParties.active)],
                  [{ zh: '观察中', en: 'Under watch' }, number(relyingParties.underWatch)],
                  [{ zh: '已吊销依赖方', en: 'Revoked relying parties' }, number(relyingParties.revoked)],
                  [{ zh: '有效柜台', en: 'Active counters' }, number(counters.active)],
                  [{ zh: '已吊销柜台', en: 'Revoked counters' }, number(counters.revoked)],
                  [{ zh: '正在进行的核验', en: 'Checks that live' }, number(liveChecks)],
                  [
                    { zh: '待告知认证方的消息', en: 'Messages for the authority' },
                    <Say
                      key="outbox"
                      zh={`${number(outbox.waiting)} 条，最早的等了 ${number(outbox.oldestSeconds)} 秒`}
                      en={`${number(outbox.waiting)}, the oldest for ${number(outbox.oldestSeconds)} s`}
                    />,
                  ],
                ]}
              />
              <p class="soft">
                <Say zh={`统计时间 ${time(at)}`} en={`Counted ${time(at)}`} />
              </p>
              <Act work={reload} id="reload" done={{ zh: '已更新', en: 'Up to date' }}>
                <Say zh="更新" en="Count again" />
              </Act>
            </Part>
          </>
        )}
      </Load>
    </Page>
  );
}

/** Said to every operator of every newcomer: the ones who know them, and those who do not. */
function Newcomer({ newcomer: { name, since, invitedBy } }: { newcomer: Overview['newcomers'][number] }) {
  const { time } = useSay();
  return (
    <li>
      <a href="#/operators">
        {invitedBy === undefined ? (
          <Say
            zh={`新的运营人员：${name}，${time(since)} 由服务器上的命令加入。不认识这个人就立即撤销`}
            en={`A new operator: ${name}, since ${time(since)}, let in by the command on the server. Revoke them at once if nobody knows them`}
          />
        ) : (
          <Say
            zh={`新的运营人员：${name}，${time(since)} 由${invitedBy}邀请加入。不认识这个人就立即撤销`}
            en={`A new operator: ${name}, since ${time(since)}, invited by ${invitedBy}. Revoke them at once if nobody knows them`}
          />
        )}
      </a>
    </li>
  );
}
