import { setCounterQuotasCall } from '../../../../shared/contract/operator/counters.ts';
import type { Proposed } from '../../../../shared/contract/operator/proposals.ts';
import { setRpQuotasCall } from '../../../../shared/contract/operator/relying-parties.ts';
import type { Quotas } from '../../../../shared/contract/operator/terms.ts';
import type { CounterId, RpId } from '../../../../shared/ids.ts';
import { Field, Form, typed } from '../../staff/parts/form.tsx';
import { call } from '../call/call.ts';
import { proposeInstead } from '../parts/propose.tsx';

type Of = { kind: 'rp'; rpId: RpId } | { kind: 'counter'; counterId: CounterId };

/** What a relying party or a counter may make and hold. More, under watch, takes two operators. */
export function QuotaForm({
  of,
  version,
  quotas,
  reload,
}: {
  of: Of;
  version: number;
  quotas: Quotas;
  reload: () => Promise<void>;
}) {
  const { calls, sessions, liveSessions, streams } = quotas;
  const save = (form: FormData) => {
    const body = { version, quotas: quotasIn(form) };
    return of.kind === 'rp'
      ? call(setRpQuotasCall, { params: { rpId: of.rpId }, body })
      : call(setCounterQuotasCall, { params: { counterId: of.counterId }, body });
  };
  const proposal = (form: FormData): Proposed =>
    of.kind === 'rp'
      ? { kind: 'raise-rp-quotas', rpId: of.rpId, version, quotas: quotasIn(form) }
      : { kind: 'raise-counter-quotas', counterId: of.counterId, version, quotas: quotasIn(form) };
  return (
    <Form
      id="quotas"
      quiet
      label={{ zh: '配额', en: 'Quotas' }}
      submit={{ zh: '保存配额', en: 'Save the quotas' }}
      done={{ zh: '已保存', en: 'Saved' }}
      send={(form) => save(form).then(reload)}
      whenRefused={(refused, form) => proposeInstead(() => proposal(form))(refused)}
    >
      <div class="grid">
        <Amount name="calls-at-once" value={calls.atOnce} zh="调用：一次最多" en="Calls: at once" />
        <Amount
          name="calls-every"
          value={calls.every}
          zh="调用：每多少毫秒再加一次"
          en="Calls: ms for one more"
        />
        <Amount
          name="sessions-at-once"
          value={sessions.atOnce}
          zh="发起核验：一次最多"
          en="Checks: at once"
        />
        <Amount
          name="sessions-every"
          value={sessions.every}
          zh="发起核验：每多少毫秒再加一次"
          en="Checks: ms for one more"
        />
        <Amount name="live-sessions" value={liveSessions} zh="同时进行的核验" en="Checks that live at once" />
        <Amount name="streams" value={streams} zh="同时打开的事件流" en="Event streams at once" />
      </div>
    </Form>
  );
}

function Amount({ name, value, zh, en }: { name: string; value: number; zh: string; en: string }) {
  return <Field name={name} type="number" min={1} required value={String(value)} label={{ zh, en }} />;
}

function quotasIn(form: FormData): Quotas {
  const number = (name: string) => Number.parseInt(typed(form, name), 10);
  return {
    calls: { atOnce: number('calls-at-once'), every: number('calls-every') },
    sessions: { atOnce: number('sessions-at-once'), every: number('sessions-every') },
    liveSessions: number('live-sessions'),
    streams: number('streams'),
  };
}
