import {
  type CounterRecord,
  registerCounterAnewCall,
  revokeCounterCall,
  setOriginsCall,
  showCounterCall,
} from '../../../../shared/contract/operator/counters.ts';
import type { CounterId } from '../../../../shared/ids.ts';
import { scenes } from '../../../../shared/scenes.ts';
import { Facts, Part } from '../../staff/parts/facts.tsx';
import { Form, typed } from '../../staff/parts/form.tsx';
import { Load } from '../../staff/parts/load.tsx';
import { Page } from '../../staff/parts/page.tsx';
import { Say, useSay } from '../../staff/say.tsx';
import { call } from '../call/call.ts';
import { ProposeOne } from '../parts/propose.tsx';
import { ReasonChoice, reasonIn } from '../parts/reason-choice.tsx';
import { RegistrarToken } from '../parts/registrar-token.tsx';
import { TypeToConfirm } from '../parts/type-to-confirm.tsx';
import { reasonText, standingText } from '../parts/words.ts';
import { CounterKeys } from './counter-keys.tsx';
import { QuotaForm } from './quota-form.tsx';

/** One counter: its keys, where its pages may call from, its registration, and its end. */
export function CounterPage({ counterId }: { counterId: CounterId }) {
  return (
    <Page title={{ zh: `柜台 ${counterId}`, en: `Counter ${counterId}` }}>
      <Load of={() => call(showCounterCall, { params: { counterId } })}>
        {(counter, reload) => <Shown counter={counter} reload={reload} />}
      </Load>
    </Page>
  );
}

function Shown({ counter, reload }: { counter: CounterRecord; reload: () => Promise<void> }) {
  const { say, name, time } = useSay();
  const { counterId, rpId, version } = counter;
  const params = { counterId };
  const lines = (form: FormData) => typed(form, 'origins').split(/\s+/).filter(Boolean);
  return (
    <>
      <Facts
        facts={[
          [
            { zh: '依赖方', en: 'Relying party' },
            <a key="rp" href={`#/rps/${rpId}`}>
              {name(counter.rpName)}
            </a>,
          ],
          [{ zh: '名称', en: 'Name' }, name(counter.name)],
          [{ zh: '地点', en: 'Place' }, name(counter.place)],
          [
            { zh: '业务类型', en: 'Business types' },
            counter.scenes.map((scene) => say(scenes[scene].text)).join(say({ zh: '、', en: ', ' })),
          ],
          [
            { zh: '状态', en: 'Standing' },
            say(standingText[counter.standing]) +
              (counter.reason === undefined ? '' : ` · ${say(reasonText[counter.reason])}`),
          ],
          [{ zh: '登记到期', en: 'Registration ends' }, time(counter.registrationEnds)],
        ]}
      />
      <Part id="keys" title={{ zh: '密钥', en: 'Keys' }}>
        <CounterKeys counter={counter} reload={reload} />
      </Part>
      {counter.standing === 'revoked' ? (
        <ProposeOne
          id="restore"
          proposed={{ kind: 'restore-counter', counterId, version }}
          label={{ zh: '提议恢复', en: 'Propose to restore it' }}
        />
      ) : (
        <>
          <Part id="registration" title={{ zh: '续期登记', en: 'Renew the registration' }}>
            <Form
              id="renew"
              quiet
              label={{ zh: '续期登记', en: 'Renew the registration' }}
              submit={{ zh: '请登记员重新签名', en: 'Have the registrar sign anew' }}
              done={{ zh: '已重新登记', en: 'It is registered anew' }}
              send={() => call(registerCounterAnewCall, { params, body: { version } }).then(reload)}
            >
              <RegistrarToken />
            </Form>
          </Part>
          <Part id="origins-of" title={{ zh: '网页来源', en: 'Origins of its pages' }}>
            <Form
              id="origins-form"
              quiet
              label={{ zh: '网页来源', en: 'Origins of its pages' }}
              submit={{ zh: '保存来源', en: 'Save the origins' }}
              done={{ zh: '已保存', en: 'Saved' }}
              send={(form) =>
                call(setOriginsCall, { params, body: { version, origins: lines(form) } }).then(reload)
              }
            >
              <label class="field">
                <Say
                  zh="每行一个，例如 https://desk.example；空着就是不许任何网页调用"
                  en="One a line, as https://desk.example; empty: no page may call"
                />
                <textarea
                  name="origins"
                  rows={3}
                  spellcheck={false}
                  defaultValue={counter.origins.join('\n')}
                />
              </label>
            </Form>
          </Part>
          <Part id="quotas-of" title={{ zh: '配额', en: 'Quotas' }}>
            <QuotaForm
              of={{ kind: 'counter', counterId }}
              version={version}
              quotas={counter.quotas}
              reload={reload}
            />
          </Part>
          <Part id="end-of" title={{ zh: '吊销', en: 'Revoke' }}>
            <TypeToConfirm
              id="revoke"
              what={counterId}
              submit={{ zh: '吊销柜台', en: 'Revoke the counter' }}
              means={{
                zh: '它立刻停用：令牌、事件流和正在进行的核验一秒内结束。恢复需要两位运营人员。',
                en: 'It stops at once: tokens, streams and live checks end within a second. Only two operators can restore it.',
              }}
              work={(form) =>
                call(revokeCounterCall, { params, body: { reason: reasonIn(form) } }).then(reload)
              }
              done={{ zh: '柜台已吊销', en: 'The counter is revoked' }}
            >
              <ReasonChoice />
            </TypeToConfirm>
          </Part>
        </>
      )}
    </>
  );
}
