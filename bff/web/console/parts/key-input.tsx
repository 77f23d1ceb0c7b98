import { useState } from 'preact/hooks';
import type { PublicKey } from '../../../../shared/contract/operator/terms.ts';
import { announce, Say, useSay } from '../../staff/say.tsx';
import { type ReadKey, readKey } from './read-key.ts';
import { TextOrFile } from './text-or-file.tsx';

const refusals = {
  private: {
    zh: '这是私钥。私钥不要给任何人：请只粘贴公钥（没有 d 的 JWK）',
    en: 'This is a private key. Give it to nobody: paste the public key alone, a JWK without d',
  },
  unreadable: {
    zh: '看不懂：请粘贴一个 P-256 公钥的 JWK，以 { 开头',
    en: 'Not understood: paste the JWK of a public key on P-256, which begins with {',
  },
} as const;

/** Whose key it is: what its fields say. */
const texts = {
  counter: {
    legend: { zh: '柜台的公钥', en: 'Public key of the counter' },
    made: {
      zh: '密钥已生成，私钥已下载。请交给柜台的系统保管，本页不再保存。',
      en: "The key was made, its private half downloaded. Hand it to the counter's system: this page keeps none.",
    },
    missing: {
      zh: '还没有密钥：请生成一个，或粘贴柜台的公钥',
      en: "There is no key yet: make one, or paste the counter's public key",
    },
  },
  results: {
    legend: { zh: '依赖方解密结果的公钥', en: 'Public key that results are encrypted to' },
    made: {
      zh: '密钥已生成，私钥已下载。请交给依赖方的系统保管：没有它就读不了结果，本页不再保存。',
      en: "The key was made, its private half downloaded. Hand it to the relying party's system, which reads no result without it: this page keeps none.",
    },
    missing: {
      zh: '还没有密钥：请生成一个，或粘贴依赖方的公钥',
      en: "There is no key yet: make one, or paste the relying party's public key",
    },
  },
} as const;

interface Input {
  name: string;
  of?: keyof typeof texts;
  take: (key: PublicKey | undefined) => void;
  /** It was tried without one. */
  missing: boolean;
}

/** A public key of somebody else: made here and its private half downloaded once, pasted, or read from a file. */
export function KeyInput({ name, of = 'counter', take, missing }: Input) {
  const { say } = useSay();
  const text = texts[of];
  const [read, setRead] = useState<ReadKey>();
  function hear(text: string): void {
    const heard = text.trim() === '' ? undefined : readKey(text);
    setRead(heard);
    take(heard?.is === 'key' ? heard.key : undefined);
  }
  async function make(): Promise<void> {
    const hint = { name: 'ECDSA', namedCurve: 'P-256' };
    const pair = await crypto.subtle.generateKey(hint, true, ['sign']);
    const { kty, crv, x, y, d } = await crypto.subtle.exportKey('jwk', pair.privateKey);
    const made = readKey(JSON.stringify({ kty, crv, x, y }));
    setRead(made);
    if (made.is !== 'key') return;
    download(`${name}.private.jwk.json`, JSON.stringify({ ...made.key, d }, null, 2));
    take(made.key);
    announce(say(text.made));
  }
  return (
    <>
      <fieldset class="key">
        <legend>{say(text.legend)}</legend>
        <button type="button" id="make-key" onClick={() => void make()}>
          <Say zh="在这里生成并下载私钥" en="Make it here and download the private key" />
        </button>
        <TextOrFile
          paste={{ zh: '或粘贴公钥（JWK）', en: 'Or paste the public key (JWK)' }}
          choose={{ zh: '或选择公钥文件', en: 'Or choose its file' }}
          rows={4}
          hear={hear}
        />
        <p role="status" id="key-read">
          {read === undefined ? null : read.is === 'key' ? (
            <Say zh={`密钥 ${read.key.kid}`} en={`Key ${read.key.kid}`} />
          ) : (
            <strong>{say(refusals[read.is])}</strong>
          )}
        </p>
      </fieldset>
      {missing && read?.is !== 'key' ? (
        <p class="notice" role="alert">
          {say(text.missing)}
        </p>
      ) : null}
    </>
  );
}

function download(name: string, content: string): void {
  const url = URL.createObjectURL(new Blob([content], { type: 'application/json' }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  URL.revokeObjectURL(url);
}
