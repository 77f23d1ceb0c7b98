import { useState } from 'preact/hooks';
import { actions } from '../../../../shared/actions.ts';
import { type ImportedEntry, importCall } from '../../../../shared/contract/operator/imports.ts';
import { errorTexts } from '../../../../shared/error-texts.ts';
import { type ErrorCode, errors } from '../../../../shared/errors.ts';
import { type ImportedFile, importPages } from '../../../../shared/registration/import-pages.ts';
import { readRegistryFile } from '../../../../shared/registration/read-registry-file.ts';
import { RegistryFileFault } from '../../../../shared/registration/registry-file.ts';
import type { Text } from '../../../../shared/text.ts';
import { Refused } from '../../staff/call/refused.ts';
import { Facts } from '../../staff/parts/facts.tsx';
import { Form } from '../../staff/parts/form.tsx';
import { Page } from '../../staff/parts/page.tsx';
import { Say, useSay } from '../../staff/say.tsx';
import { call } from '../call/call.ts';
import { whenVerified } from '../call/when-verified.ts';
import { RegistrarToken } from '../parts/registrar-token.tsx';
import { TextOrFile } from '../parts/text-or-file.tsx';
import { outcomeText } from '../parts/words.ts';

type Read = { is: 'file'; file: ImportedFile } | { is: 'fault'; text: Text };

/** Many relying parties and counters at once, from the file that `npm run rp -- import` reads. */
export function ImportPage() {
  const { number } = useSay();
  const [read, setRead] = useState<Read>();
  const [missing, setMissing] = useState(false);
  const [entries, setEntries] = useState<readonly ImportedEntry[]>([]);
  function hear(text: string): void {
    setMissing(false);
    setEntries([]);
    setRead(text.trim() === '' ? undefined : readText(text));
  }
  async function send(): Promise<void> {
    setMissing(read?.is !== 'file');
    if (read?.is !== 'file') return;
    let done: readonly ImportedEntry[] = [];
    setEntries(done);
    for (const body of importPages(read.file)) {
      done = [...done, ...(await sendPage(body))];
      setEntries(done);
    }
  }
  const parties = read?.is === 'file' ? read.file.relyingParties.length : 0;
  const all = parties + (read?.is === 'file' ? read.file.counters.length : 0);
  return (
    <Page title={{ zh: '批量导入', en: 'Import many' }}>
      <p class="soft">
        <Say
          zh="用 npm run rp -- import 的同一个 JSON 文件：依赖方、柜台和它们的公钥。已有的保持不变，中断了可以从头再导一次。"
          en="From the JSON file that npm run rp -- import takes: relying parties, counters and their public keys. What is there stays as it is; if it breaks off, start again."
        />
      </p>
      <Form
        id="import"
        label={{ zh: '批量导入', en: 'Import many' }}
        submit={{ zh: '导入', en: 'Import' }}
        send={send}
      >
        <TextOrFile
          paste={{ zh: '粘贴文件内容（JSON）', en: 'Paste the file (JSON)' }}
          choose={{ zh: '或选择文件', en: 'Or choose it' }}
          rows={8}
          hear={hear}
        />
        <p role="status" id="file-read">
          {read === undefined ? null : read.is === 'file' ? (
            <Say
              zh={`依赖方 ${number(read.file.relyingParties.length)} 个，柜台 ${number(read.file.counters.length)} 个`}
              en={`Relying parties: ${number(read.file.relyingParties.length)}, counters: ${number(read.file.counters.length)}`}
            />
          ) : (
            <strong>
              <Say zh={`不能导入：${read.text.zh}`} en={`Not to be imported: ${read.text.en}`} />
            </strong>
          )}
        </p>
        {missing ? (
          <p class="notice" role="alert">
            <Say
              zh="还没有可以导入的文件：请先选择或粘贴"
              en="There is no file to import yet: choose or paste one"
            />
          </p>
        ) : null}
        <RegistrarToken />
      </Form>
      {entries.length === 0 ? null : <Imported entries={entries} parties={parties} all={all} />}
    </Page>
  );
}

/** How far it is, and what was refused: its place in the file, why, and what to do. */
function Imported({
  entries,
  parties,
  all,
}: {
  entries: readonly ImportedEntry[];
  parties: number;
  all: number;
}) {
  const { say, number } = useSay();
  const [done, whole] = [number(entries.length), number(all)];
  const count = (outcome: ImportedEntry['outcome']) =>
    entries.filter((each) => each.outcome === outcome).length;
  const outcomes = (['added', 'renewed', 'unchanged', 'kept', 'refused'] as const).filter(count);
  const placed = entries.map((entry, index) => ({
    entry,
    place: index < parties ? `relyingParties[${index}]` : `counters[${index - parties}]`,
  }));
  const refused = placed.filter(({ entry }) => entry.outcome === 'refused');
  return (
    <section aria-labelledby="imported">
      <h2 id="imported">
        <Say zh="导入结果" en="What became of it" />
      </h2>
      <p role="status" id="progress">
        <Say zh={`已处理 ${done} / ${whole}`} en={`${done} of ${whole} done`} />
      </p>
      <Facts facts={outcomes.map((each) => [outcomeText[each], number(count(each))])} />
      {refused.length === 0 ? null : (
        <ul class="list" id="refused">
          {refused.map(({ entry, place }) => (
            <li key={place}>
              <span>
                <code>{place}</code> <code>{entry.id}</code>
              </span>
              <span class="down">{say(reasonOf(entry))}</span>
              <span>{say(nextOf(entry))}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** What is not found of an entry is the relying party that it names. */
function reasonOf({ code = 'internal-fault', fault }: ImportedEntry): Text {
  if (code === 'not-found') return { zh: '它的依赖方没有登记', en: 'Its relying party is not registered.' };
  const text = isCode(code) ? errorTexts[code] : { zh: code, en: code };
  return fault === undefined ? text : { zh: `${text.zh}：${fault}`, en: `${text.en} ${fault}` };
}

function nextOf({ code = 'internal-fault' }: ImportedEntry): Text {
  if (code === 'not-found')
    return { zh: '请写进文件，或先添加它', en: 'Put it into the file, or add it first.' };
  return isCode(code) ? actions[errors[code].action] : { zh: '', en: '' };
}

const isCode = (code: string): code is ErrorCode => Object.hasOwn(errors, code);

function readText(text: string): Read {
  try {
    return { is: 'file', file: readRegistryFile(text) };
  } catch (fault) {
    if (!(fault instanceof RegistryFileFault)) throw fault;
    return { is: 'fault', text: fault.text };
  }
}

/** A page that was too early is sent again; where the passkey is wanted once more in a long import, it goes on with that page. */
async function sendPage(
  body: Parameters<typeof call<typeof importCall>>[1]['body'],
): Promise<ImportedEntry[]> {
  for (;;) {
    try {
      return (await whenVerified(() => call(importCall, { body }))).entries;
    } catch (fault) {
      if (!(fault instanceof Refused) || fault.retryAfter === undefined) throw fault;
      const wait = fault.retryAfter * 1000;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
}
