import {
  listOperatorsCall,
  listTokensCall,
  revokeTokenCall,
} from '../../../../shared/contract/operator/operators.ts';
import { Act } from '../../staff/parts/act.tsx';
import { Load } from '../../staff/parts/load.tsx';
import { Say, useSay } from '../../staff/say.tsx';
import { call } from '../call/call.ts';
import { tokenKindText } from '../parts/words.ts';

/** Every token that opens the operator API at this moment; any of them can be ended. */
export function Tokens() {
  const { say, time } = useSay();
  const read = async () => {
    const [{ tokens }, { operators }] = await Promise.all([
      call(listTokensCall, {}),
      call(listOperatorsCall, {}),
    ]);
    const nameOf = new Map(operators.map(({ operatorId, name }) => [operatorId, name]));
    return tokens.map((token) => ({ ...token, name: nameOf.get(token.operatorId) ?? token.operatorId }));
  };
  return (
    <Load of={read}>
      {(tokens, reload) => (
        <ul class="list">
          {tokens.map(({ tokenId, name, kind, label, since, expiresAt, own }) => (
            <li key={tokenId}>
              <strong>{name}</strong>
              <span>
                {say(tokenKindText[kind])}
                {label === '' ? '' : ` · ${label}`}
              </span>
              <span>
                <Say
                  zh={`${time(since)} 起，到 ${time(expiresAt)}`}
                  en={`from ${time(since)} until ${time(expiresAt)}`}
                />
              </span>
              {own ? (
                <span>
                  <Say zh="就是这里" en="this one" />
                </span>
              ) : (
                <Act
                  work={() => call(revokeTokenCall, { params: { tokenId } }).then(reload)}
                  done={{ zh: '已收回', en: 'It is over' }}
                  twice={{
                    press: { zh: '再按一次：收回', en: 'Press again: end it' },
                    means: { zh: '用它的浏览器或命令行立刻退出。', en: 'Whoever uses it is out at once.' },
                  }}
                >
                  <Say zh="收回" en="Revoke" />
                </Act>
              )}
            </li>
          ))}
        </ul>
      )}
    </Load>
  );
}
