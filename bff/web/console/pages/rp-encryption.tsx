import { useState } from 'preact/hooks';
import {
  type RelyingPartyRecord,
  setEncryptionKeyCall,
} from '../../../../shared/contract/operator/relying-parties.ts';
import type { PublicKey } from '../../../../shared/contract/operator/terms.ts';
import { Act } from '../../staff/parts/act.tsx';
import { Form } from '../../staff/parts/form.tsx';
import { Say } from '../../staff/say.tsx';
import { call } from '../call/call.ts';
import { KeyInput } from '../parts/key-input.tsx';

/** The key that result tokens are encrypted to: another one, or none. */
export function RpEncryption({ rp, reload }: { rp: RelyingPartyRecord; reload: () => Promise<void> }) {
  const [key, setKey] = useState<PublicKey>();
  const [open, setOpen] = useState(false);
  const [missing, setMissing] = useState(false);
  const { rpId, version, encryptionKey } = rp;
  const set = async (next: PublicKey | null) => {
    await call(setEncryptionKeyCall, { params: { rpId }, body: { version, key: next } });
    setOpen(false);
    setKey(undefined);
    await reload();
  };
  return (
    <>
      <p id="encryption-now">
        {encryptionKey === undefined ? (
          <Say zh="结果只签名，不加密。" en="Results are signed, and not encrypted." />
        ) : (
          <Say
            zh={`结果加密给密钥 ${encryptionKey.kid}：有它的私钥才能读。`}
            en={`Results are encrypted to the key ${encryptionKey.kid}: only its private half reads them.`}
          />
        )}
      </p>
      <details open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary id="encryption-open">
          {encryptionKey === undefined ? (
            <Say zh="加密结果" en="Encrypt the results" />
          ) : (
            <Say zh="换一把加密密钥" en="Encrypt to another key" />
          )}
        </summary>
        {open ? (
          <Form
            id="encryption"
            quiet
            label={{ zh: '结果加密', en: 'Encryption of results' }}
            submit={{ zh: '从此加密给这把密钥', en: 'Encrypt to this key from now on' }}
            done={{ zh: '已改好，下一个结果起生效', en: 'Done: it counts for the next result' }}
            send={async () => {
              setMissing(key === undefined);
              if (key !== undefined) await set(key);
            }}
          >
            <KeyInput of="results" name={`${rpId}.results`} take={setKey} missing={missing} />
          </Form>
        ) : null}
      </details>
      {encryptionKey === undefined ? null : (
        <Act
          id="encrypt-no-more"
          work={() => set(null)}
          done={{ zh: '结果不再加密', en: 'Results are no longer encrypted' }}
          twice={{
            press: { zh: '再按一次：不再加密', en: 'Press again: encrypt no more' },
            means: {
              zh: '之后的结果只签名，经手的系统都能读到通过或不通过。',
              en: 'Results are then only signed: whatever system they pass through reads pass or fail.',
            },
          }}
        >
          <Say zh="不再加密" en="Encrypt no more" />
        </Act>
      )}
    </>
  );
}
