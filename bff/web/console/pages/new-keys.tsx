import { useState } from 'preact/hooks';
import { addKeyCall, rotateKeyCall } from '../../../../shared/contract/operator/counter-keys.ts';
import type { CounterRecord } from '../../../../shared/contract/operator/counters.ts';
import type { PublicKey } from '../../../../shared/contract/operator/terms.ts';
import { Field, Form, typed } from '../../staff/parts/form.tsx';
import { Say } from '../../staff/say.tsx';
import { call } from '../call/call.ts';
import { KeyInput } from '../parts/key-input.tsx';
import { RegistrarToken } from '../parts/registrar-token.tsx';

const aDay = 86_400;

type Way = 'rotate' | 'add';
interface Of {
  counter: CounterRecord;
  /** It is done: closes the form and shows the keys as they are now. */
  done: () => Promise<void>;
}

/** How a counter comes to another key: one that takes the place of the others, or one more for its time. One of both is open at a time. */
export function NewKeys({ counter, reload }: { counter: CounterRecord; reload: () => Promise<void> }) {
  const [open, setOpen] = useState<Way>();
  const done = async () => {
    setOpen(undefined);
    await reload();
  };
  const toggle = (way: Way) => (now: boolean) =>
    setOpen((before) => (now ? way : before === way ? undefined : before));
  return (
    <>
      <details
        open={open === 'rotate'}
        onToggle={({ currentTarget }) => toggle('rotate')(currentTarget.open)}
      >
        <summary id="rotate-open">
          <Say zh="更换密钥" en="Rotate the key" />
        </summary>
        {open === 'rotate' ? <Rotate counter={counter} done={done} /> : null}
      </details>
      <details open={open === 'add'} onToggle={({ currentTarget }) => toggle('add')(currentTarget.open)}>
        <summary id="add-key-open">
          <Say zh="再添加一把密钥" en="Add one more key" />
        </summary>
        {open === 'add' ? <Add counter={counter} done={done} /> : null}
      </details>
    </>
  );
}

function Rotate({ counter: { counterId, version }, done }: Of) {
  const [key, setKey] = useState<PublicKey>();
  const [missing, setMissing] = useState(false);
  async function rotate(form: FormData): Promise<void> {
    setMissing(key === undefined);
    if (key === undefined) return;
    const overlapSeconds = Number.parseInt(typed(form, 'overlap'), 10);
    await call(rotateKeyCall, { params: { counterId }, body: { version, key, overlapSeconds } });
    await done();
  }
  return (
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
      <RegistrarToken id="rotate-token" />
    </Form>
  );
}

function Add({ counter: { counterId, version }, done }: Of) {
  const [key, setKey] = useState<PublicKey>();
  const [missing, setMissing] = useState(false);
  const [turned, setTurned] = useState(false);
  async function add(form: FormData): Promise<void> {
    const [notBefore, notAfter] = [timeIn(form, 'not-before'), timeIn(form, 'not-after')];
    const isTurned = notAfter !== undefined && notAfter <= Math.max(notBefore ?? 0, Date.now());
    setTurned(isTurned);
    setMissing(key === undefined);
    if (key === undefined || isTurned) return;
    const times = {
      ...(notBefore === undefined ? {} : { notBefore }),
      ...(notAfter === undefined ? {} : { notAfter }),
    };
    await call(addKeyCall, { params: { counterId }, body: { version, key, ...times } });
    await done();
  }
  return (
    <Form
      id="add-key"
      quiet
      label={{ zh: '再添加一把密钥', en: 'Add one more key' }}
      submit={{ zh: '添加密钥', en: 'Add the key' }}
      done={{ zh: '密钥已添加', en: 'The key is added' }}
      send={add}
    >
      <KeyInput name={counterId} take={setKey} missing={missing} />
      <div class="grid">
        <Field
          name="not-before"
          type="datetime-local"
          label={{ zh: '从何时起可用', en: 'Counts from' }}
          hint={{ zh: '空着就是现在', en: 'Empty: from now on' }}
        />
        <Field
          name="not-after"
          type="datetime-local"
          label={{ zh: '用到何时', en: 'Counts until' }}
          hint={{ zh: '空着就是没有期限', en: 'Empty: no end' }}
        />
      </div>
      {turned ? (
        <p class="notice" role="alert">
          <Say
            zh="“用到何时”要晚于现在，也要晚于“从何时起可用”：请改一下时间"
            en="It has to end after now, and after it begins: change the times"
          />
        </p>
      ) : null}
      <RegistrarToken id="add-key-token" />
    </Form>
  );
}

/** A time as the clock of this computer tells it, which the page shows times by too. */
function timeIn(form: FormData, name: 'not-before' | 'not-after'): number | undefined {
  const text = typed(form, name);
  return text === '' ? undefined : new Date(text).getTime();
}
