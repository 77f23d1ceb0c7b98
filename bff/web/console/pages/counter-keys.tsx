import { revokeKeyCall } from '../../../../shared/contract/operator/counter-keys.ts';
import type { CounterRecord } from '../../../../shared/contract/operator/counters.ts';
import { Act } from '../../staff/parts/act.tsx';
import { Say, useSay } from '../../staff/say.tsx';
import { call } from '../call/call.ts';
import { keyStateText } from '../parts/words.ts';
import { NewKeys } from './new-keys.tsx';

/** The keys of a counter, the newest first: another one beside them, or one that ends. */
export function CounterKeys({ counter, reload }: { counter: CounterRecord; reload: () => Promise<void> }) {
  const { say, time } = useSay();
  const { counterId } = counter;
  return (
    <>
      <ul class="list">
        {counter.keys.map(({ kid, state, thumbprint, notBefore, notAfter }) => (
          <li key={kid}>
            <strong>{kid}</strong>
            <span>{say(keyStateText[state])}</span>
            <span>
              {time(notBefore)}
              {' – '}
              {notAfter === undefined ? <Say zh="没有期限" en="no end" /> : time(notAfter)}
            </span>
            <code class="soft">{thumbprint}</code>
            {state === 'revoked' ? null : (
              <Act
                id={`revoke-${kid}`}
                work={() =>
                  call(revokeKeyCall, { params: { counterId, kid }, body: { reason: 'key-lost' } }).then(
                    reload,
                  )
                }
                done={{ zh: '密钥已吊销', en: 'The key is revoked' }}
                twice={{
                  press: { zh: `再按一次：吊销 ${kid}`, en: `Press again: revoke ${kid}` },
                  means: {
                    zh: '这个密钥永远不能再用；用它取得的令牌和事件流一秒内结束。',
                    en: 'This key never counts again; tokens and streams that it got end within a second.',
                  },
                }}
              >
                <Say zh="吊销密钥" en="Revoke the key" />
              </Act>
            )}
          </li>
        ))}
      </ul>
      {counter.standing === 'revoked' ? null : <NewKeys counter={counter} reload={reload} />}
    </>
  );
}
