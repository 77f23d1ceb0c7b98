import {
  type RelyingPartyRecord,
  revokeRelyingPartyCall,
  showRelyingPartyCall,
  watchRelyingPartyCall,
} from '../../../../shared/contract/operator/relying-parties.ts';
import type { RpId } from '../../../../shared/ids.ts';
import { Act } from '../../staff/parts/act.tsx';
import { Facts, Part } from '../../staff/parts/facts.tsx';
import { Load } from '../../staff/parts/load.tsx';
import { Page } from '../../staff/parts/page.tsx';
import { Say, useSay } from '../../staff/say.tsx';
import { call } from '../call/call.ts';
import { ProposeOne } from '../parts/propose.tsx';
import { ReasonChoice, reasonIn } from '../parts/reason-choice.tsx';
import { TypeToConfirm } from '../parts/type-to-confirm.tsx';
import { reasonText, standingText } from '../parts/words.ts';
import { Counters } from './counters.tsx';
import { QuotaForm } from './quota-form.tsx';
import { RpEncryption } from './rp-encryption.tsx';
import { RpName } from './rp-name.tsx';
import { SceneForm } from './scene-form.tsx';

/** One relying party: who it is, what it may, its counters, and what an operator can do about it. */
export function RelyingPartyPage({ rpId }: { rpId: RpId }) {
  return (
    <Page title={{ zh: `依赖方 ${rpId}`, en: `Relying party ${rpId}` }}>
      <Load of={() => call(showRelyingPartyCall, { params: { rpId } })}>
        {(rp, reload) => <Shown rp={rp} reload={reload} />}
      </Load>
    </Page>
  );
}

function Shown({ rp, reload }: { rp: RelyingPartyRecord; reload: () => Promise<void> }) {
  const { say, name, time } = useSay();
  const { rpId, version } = rp;
  const yes = { zh: '是', en: 'yes' };
  const no = { zh: '否', en: 'no' };
  return (
    <>
      <Facts
        facts={[
          [{ zh: '名称', en: 'Name' }, name(rp.name)],
          [
            { zh: '状态', en: 'Standing' },
            say(standingText[rp.standing]) +
              (rp.reason === undefined ? '' : ` · ${say(reasonText[rp.reason])}`),
          ],
          [{ zh: '观察中', en: 'Under watch' }, say(rp.underWatch ? yes : no)],
          [{ zh: '结果加密', en: 'Results encrypted' }, rp.encryptionKey?.kid ?? say(no)],
          [{ zh: '登记时间', en: 'Registered' }, time(rp.registeredAt)],
        ]}
      />
      <p class="row">
        <a class="button" href={`#/rps/${rpId}/webhooks`}>
          <Say zh="Webhook 与投递" en="Webhooks and deliveries" />
        </a>
        <a class="button" href={`#/rps/${rpId}/acceptance-points`}>
          <Say zh="受理点" en="Acceptance points" />
        </a>
        <a class="button" href={`#/rps/${rpId}/terminal-owners`}>
          <Say zh="终端责任方" en="Owners of terminals" />
        </a>
        <a class="button" id="add-counter" href={`#/rps/${rpId}/add-counter`}>
          <Say zh="添加柜台" en="Add a counter" />
        </a>
      </p>
      <Part id="counters-of" title={{ zh: '柜台', en: 'Counters' }}>
        <Counters rpId={rpId} />
      </Part>
      <Part id="scenes-of" title={{ zh: '业务类型与柜台口令', en: 'Business types and counter word' }}>
        <SceneForm rp={rp} reload={reload} />
      </Part>
      {rp.standing === 'revoked' ? null : (
        <>
          <Part id="name-of" title={{ zh: '名称', en: 'Name' }}>
            <RpName rp={rp} reload={reload} />
          </Part>
          <Part id="encryption-of" title={{ zh: '结果加密', en: 'Encryption of results' }}>
            <RpEncryption rp={rp} reload={reload} />
          </Part>
        </>
      )}
      <Part id="quotas-of" title={{ zh: '所有柜台合计的配额', en: 'Quotas, of all its counters together' }}>
        <QuotaForm of={{ kind: 'rp', rpId }} version={version} quotas={rp.quotas} reload={reload} />
      </Part>
      <Part id="watch-of" title={{ zh: '观察与吊销', en: 'Watch and revoke' }}>
        {rp.standing === 'revoked' ? (
          <ProposeOne
            id="restore"
            proposed={{ kind: 'restore-rp', rpId, version }}
            label={{ zh: '提议恢复', en: 'Propose to restore it' }}
          />
        ) : (
          <>
            {rp.underWatch ? (
              <ProposeOne
                id="end-watch"
                proposed={{ kind: 'end-watch', rpId, version }}
                label={{ zh: '提议结束观察', en: 'Propose to end the watch' }}
              />
            ) : (
              <Act
                id="watch"
                work={() => call(watchRelyingPartyCall, { params: { rpId } }).then(reload)}
                done={{ zh: '已列入观察', en: 'It is under watch' }}
              >
                <Say zh="列入观察" en="Put under watch" />
              </Act>
            )}
            <TypeToConfirm
              id="revoke"
              what={rpId}
              submit={{ zh: '吊销依赖方', en: 'Revoke the relying party' }}
              means={{
                zh: '它的所有柜台立刻停用：令牌、事件流和正在进行的核验一秒内结束。恢复需要两位运营人员。',
                en: 'All its counters stop at once: tokens, streams and live checks end within a second. Only two operators can restore it.',
              }}
              work={(form) =>
                call(revokeRelyingPartyCall, { params: { rpId }, body: { reason: reasonIn(form) } }).then(
                  reload,
                )
              }
              done={{ zh: '依赖方已吊销', en: 'The relying party is revoked' }}
            >
              <ReasonChoice />
            </TypeToConfirm>
          </>
        )}
      </Part>
    </>
  );
}
