import { useState } from 'preact/hooks';
import {
  inviteOperatorCall,
  listOperatorsCall,
  type OperatorView,
  revokeOperatorCall,
} from '../../../../shared/contract/operator/operators.ts';
import type { OperatorSession } from '../../../../shared/contract/operator/sign-in.ts';
import { Part } from '../../staff/parts/facts.tsx';
import { Field, Form, typed } from '../../staff/parts/form.tsx';
import { Load } from '../../staff/parts/load.tsx';
import { Page } from '../../staff/parts/page.tsx';
import { Say, useSay } from '../../staff/say.tsx';
import { call } from '../call/call.ts';
import { ShownOnce } from '../parts/shown-once.tsx';
import { TypeToConfirm } from '../parts/type-to-confirm.tsx';
import { Passkeys } from './passkeys.tsx';
import { Tokens } from './tokens.tsx';

/** Who may come in, by what, and who is in. */
export function Operators({ session }: { session: OperatorSession }) {
  const [link, setLink] = useState<string>();
  async function invite(form: FormData): Promise<void> {
    setLink((await call(inviteOperatorCall, { body: { name: typed(form, 'operator-name') } })).link);
  }
  return (
    <Page title={{ zh: '运营人员', en: 'Operators' }}>
      <Part id="all" title={{ zh: '所有运营人员', en: 'All operators' }}>
        <Load of={() => call(listOperatorsCall, {})}>
          {({ operators }, reload) => (
            <ul class="list">
              {operators.map((operator) => (
                <One
                  key={operator.operatorId}
                  operator={operator}
                  own={operator.operatorId === session.operatorId}
                  reload={reload}
                />
              ))}
            </ul>
          )}
        </Load>
      </Part>
      <Part id="invite-one" title={{ zh: '邀请运营人员', en: 'Invite an operator' }}>
        <Form
          id="invite"
          label={{ zh: '邀请运营人员', en: 'Invite an operator' }}
          submit={{ zh: '生成链接', en: 'Make a link' }}
          done={{ zh: '链接已生成，只显示这一次', en: 'The link is there, this once' }}
          send={invite}
        >
          <Field name="operator-name" label={{ zh: '姓名', en: 'Name' }} maxLength={60} required />
        </Form>
        {link === undefined ? null : (
          <ShownOnce
            what={link}
            label={{
              zh: '只能用一次，15 分钟内有效。请当面或用可信的方式交给本人：',
              en: 'Good once, within 15 minutes. Give it to that person alone, by a way that you trust:',
            }}
          />
        )}
      </Part>
      <Part id="own-passkeys" title={{ zh: '我的通行密钥', en: 'My passkeys' }}>
        <Passkeys />
      </Part>
      <Part id="all-tokens" title={{ zh: '正在使用的登录和令牌', en: 'Sessions and tokens' }}>
        <Tokens />
      </Part>
    </Page>
  );
}

function One({
  operator,
  own,
  reload,
}: {
  operator: OperatorView;
  own: boolean;
  reload: () => Promise<void>;
}) {
  const { time, number } = useSay();
  const { operatorId, name, since, passkeys, revokedAt } = operator;
  return (
    <li>
      <strong>
        {name} {own ? <Say zh="（您）" en="(you)" /> : null}
      </strong>
      <span>
        <Say zh={`${time(since)} 加入`} en={`since ${time(since)}`} />
      </span>
      {revokedAt === undefined ? (
        <span>
          <Say zh={`${number(passkeys)} 个通行密钥`} en={`${number(passkeys)} passkeys`} />
        </span>
      ) : (
        <span class="revoked">
          <Say zh={`${time(revokedAt)} 撤销`} en={`revoked ${time(revokedAt)}`} />
        </span>
      )}
      {revokedAt !== undefined || own ? null : (
        <TypeToConfirm
          id={`revoke-${operatorId}`}
          what={name}
          submit={{ zh: `撤销 ${name}`, en: `Revoke ${name}` }}
          means={{
            zh: '这位运营人员的登录、令牌、通行密钥和发出的链接立刻失效，不能恢复。',
            en: 'Sessions, tokens, passkeys and links of this operator end at once, for good.',
          }}
          work={() => call(revokeOperatorCall, { params: { operatorId } }).then(reload)}
          done={{ zh: '运营人员已撤销', en: 'The operator is revoked' }}
        />
      )}
    </li>
  );
}
