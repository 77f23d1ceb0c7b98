import { useState } from 'preact/hooks';
import { dateInChina } from '../../../../shared/china-calendar.ts';
import { lookUpAppointmentCall } from '../../../../shared/contract/raise/appointment.ts';
import * as limits from '../../../../shared/limits.ts';
import type { DayPart } from '../../../../shared/raise/day-parts.ts';
import type { Text } from '../../../../shared/text.ts';
import { Field, Form, typed } from '../../staff/parts/form.tsx';
import { Say } from '../../staff/say.tsx';
import { useWork } from '../at-work.tsx';
import { Step } from '../step.tsx';

const parts: Record<DayPart, Text> = {
  morning: { zh: '上午', en: 'morning' },
  afternoon: { zh: '下午', en: 'afternoon' },
};

/** Whether there is an appointment of six digits here, and for which day. It proves nothing about whoever says them. */
export function Appointments() {
  const { at, clock } = useWork();
  const [found, setFound] = useState<{ day: string; part: DayPart }>();
  async function look(form: FormData): Promise<void> {
    setFound(undefined);
    setFound(await at.client.call(lookUpAppointmentCall, { body: { code: typed(form, 'code') } }));
  }
  const now = clock.now();
  return (
    <Step
      title={{ zh: '查预约', en: 'Look up an appointment' }}
      hint={{
        zh: '请对方念出手机上的六位数字。预约码不证明身份；没有预约也可以办理。',
        en: 'Ask for the six digits on their phone. They prove nothing about the person; nobody needs an appointment to be served.',
      }}
      focus="code"
    >
      <Form
        id="look-up"
        label={{ zh: '查预约', en: 'Look up an appointment' }}
        submit={{ zh: '查询', en: 'Look it up' }}
        send={look}
      >
        <Field
          name="code"
          label={{ zh: '预约码（六位数字）', en: 'Appointment code (six digits)' }}
          pattern={`[0-9]{${limits.appointmentDigits}}`}
          maxLength={limits.appointmentDigits}
          required
        />
      </Form>
      {found === undefined ? null : (
        <Found {...found} today={now === undefined ? undefined : dateInChina(now)} />
      )}
    </Step>
  );
}

function Found({ day, part, today }: { day: string; part: DayPart; today: string | undefined }) {
  const { zh, en } = parts[part];
  return (
    <p id="appointment" class="found" role="status">
      {day === today ? (
        <Say
          zh={`有预约，就是今天${zh}。请到“办理”页继续。`}
          en={`There is one, for this ${en}. Go on at the desk.`}
        />
      ) : (
        <Say
          zh={`有预约，日期是 ${day} ${zh}。今天也可以办理。`}
          en={`There is one, for ${day}, in the ${en}. They can be served today all the same.`}
        />
      )}
    </p>
  );
}
