import { useState } from 'preact/hooks';
import { revokeKeyCall, rotateKeyCall } from '../../../../shared/contract/operator/counter-keys.ts';
import type { CounterRecord } from '../../../../shared/contract/operator/counters.ts';
import type { PublicKey } from '../../../../shared/contract/operator/terms.ts';
import { call } from '../call/call.ts';
import { Act } from '../parts/act.tsx';
import { Field, Form, typed } from '../parts/form.tsx';
import { KeyInput } from '../parts/key-input.tsx';
import { RegistrarToken } from '../parts/registrar-token.tsx';
import { keyStateText } from '../parts/words.ts';
import { Say, useSay } from '../say.tsx';

const aDay = 86_400;

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
      {counter.standing === 'revoked' ? null : <Rotate counter={counter} reload={reload} />}
    </>
  );
}

function Rotate({ counter, reload }: { counter: CounterRecord; reload: () => Promise<void> }) {
  const [key, setKey] = useState<PublicKey>();
  const [open, setOpen] = useState(false);
  const [missing, setMissing] = useState(false);
  const { counterId, version } = counter;
  async function rotate(form: FormData): Promise<void> {
    setMissing(key === undefined);
    if (key === undefined) return;
    const overlapSeconds = Number.parseInt(typed(form, 'overlap'), 10);
    await call(rotateKeyCall, { params: { counterId }, body: { version, key, overlapSeconds } });
    setOpen(false);
    setKey(undefined);
    await reload();
  }
  return (
    <details open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary id="rotate-open">
        <Say zh="更换密钥" en="Rotate the key" />
      </summary>
      {open ? (
        <Form
          id="rotate"
          quiet
          label={{ zh: '更换密钥', en: 'Rotate the key' }}
          submit={{ zh: '启用新密钥', en: 'Use the new key' }}
          send={rotate}
        >
          <KeyInput name={counterId} take={setKey} missing={missing} />
          <Field
            name="overlap"
            type="number"
            min={0}
            value={String(aDay)}
            label={{ zh: '旧密钥还能用多少秒', en: 'Seconds for which the old keys still count' }}
            required
          />
          <RegistrarToken />
        </Form>
      ) : null}
    </details>
  );
}
