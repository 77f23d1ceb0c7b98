import {
  addPasskeyCall,
  beginPasskeyCall,
  listPasskeysCall,
  removePasskeyCall,
} from '../../../../shared/contract/operator/operators.ts';
import { makePasskey } from '../../staff/call/use-passkey.ts';
import { Act } from '../../staff/parts/act.tsx';
import { Field, Form, typed } from '../../staff/parts/form.tsx';
import { Load } from '../../staff/parts/load.tsx';
import { Say, useSay } from '../../staff/say.tsx';
import { call } from '../call/call.ts';

/** One's own passkeys: another one beside them, or one that goes, but never the last. */
export function Passkeys() {
  const { time } = useSay();
  async function add(form: FormData): Promise<void> {
    const { ceremony, options } = await call(beginPasskeyCall, {});
    const passkey = await makePasskey(options);
    await call(addPasskeyCall, { body: { ceremony, passkeyName: typed(form, 'passkey-name'), passkey } });
  }
  return (
    <Load of={() => call(listPasskeysCall, {})}>
      {({ passkeys }, reload) => (
        <>
          <ul class="list">
            {passkeys.map(({ id, name, addedAt, usedAt }) => (
              <li key={id}>
                <strong>{name}</strong>
                <span>
                  <Say zh={`${time(addedAt)} 添加`} en={`added ${time(addedAt)}`} />
                </span>
                <span>
                  {usedAt === undefined ? (
                    <Say zh="还没用来登录" en="not used yet" />
                  ) : (
                    <Say zh={`最近使用 ${time(usedAt)}`} en={`last used ${time(usedAt)}`} />
                  )}
                </span>
                {passkeys.length === 1 ? null : (
                  <Act
                    work={() => call(removePasskeyCall, { params: { passkeyId: id } }).then(reload)}
                    done={{ zh: '已删除', en: 'Removed' }}
                    twice={{
                      press: { zh: `再按一次：删除 ${name}`, en: `Press again: remove ${name}` },
                      means: { zh: '它不能再用来登录。', en: 'It signs in no more.' },
                    }}
                  >
                    <Say zh="删除" en="Remove" />
                  </Act>
                )}
              </li>
            ))}
          </ul>
          {passkeys.length !== 1 ? null : (
            <p class="notice">
              <Say
                zh="您只有一个通行密钥：丢了就登录不了。请再添加一个。"
                en="You have one passkey: without it you cannot sign in. Add another one."
              />
            </p>
          )}
          <Form
            id="add-passkey"
            quiet
            label={{ zh: '添加通行密钥', en: 'Add a passkey' }}
            submit={{ zh: '添加通行密钥', en: 'Add a passkey' }}
            done={{ zh: '已添加', en: 'Added' }}
            send={(form) => add(form).then(reload)}
          >
            <Field
              name="passkey-name"
              label={{ zh: '名称', en: 'Its name' }}
              hint={{ zh: '例如：备用安全密钥', en: 'For example: spare security key' }}
              maxLength={60}
              required
            />
          </Form>
        </>
      )}
    </Load>
  );
}
