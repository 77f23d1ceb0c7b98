import { setTimeout as sleep } from 'node:timers/promises';
import type { EngineHealth, EngineId, Engines, Enrolment, Finding, Template } from '../ports/engines.ts';

/** An engine that did not answer, or not as it must. It says nothing about a person: another attempt is asked for. */
export class EngineUnavailable extends Error {
  override readonly name = 'EngineUnavailable';
  constructor({ engine, version }: EngineId, why: string, options?: ErrorOptions) {
    super(`${engine} ${version}: ${why}`, options);
  }
}

const foreign: Finding = 'template-of-another-engine';

/**
 * Engines that keep to the seam, whoever stands behind it: no answer within `limit` milliseconds is `EngineUnavailable`; a
 * template of another engine or version reaches no engine and is a finding; what comes back carries the engine's own name.
 * @throws EngineUnavailable from every question, whatever the engine itself threw
 */
export function guardEngines({ face, voice }: Engines, limit: number): Engines {
  return {
    face: {
      id: face.id,
      health: () => healthOf(face.health(), limit),
      readPhoto: async (jpeg) => own(face.id, await answer(face.id, limit, () => face.readPhoto(jpeg))),
      async decide(sample) {
        if (!sample.references.every((template) => isTemplateOf(face.id, template)))
          return { findings: [foreign], digests: [], template: null };
        const judged = await answer(face.id, limit, () => face.decide(sample));
        if (judged.template !== null) check(face.id, judged.template);
        return judged;
      },
      close: () => face.close(),
    },
    voice: {
      id: voice.id,
      health: () => healthOf(voice.health(), limit),
      enrol: async (wav, digits) =>
        own(voice.id, await answer(voice.id, limit, () => voice.enrol(wav, digits))),
      async decide(question) {
        const { reference, cohort, seen } = question;
        if (!isTemplateOf(voice.id, reference)) return { findings: [foreign], digests: [], trace: null };
        const readable = (template: Template) => isTemplateOf(voice.id, template);
        const judged = await answer(voice.id, limit, () =>
          voice.decide({
            ...question,
            cohort: cohort.filter(readable),
            seen: { ...seen, traces: seen.traces.filter(readable) },
          }),
        );
        if (judged.trace !== null) check(voice.id, judged.trace);
        return judged;
      },
      close: () => voice.close(),
    },
  };
}

/** Whether the engine can read the template. */
export function isTemplateOf({ engine, version }: EngineId, template: Template): boolean {
  return template.engine === engine && template.version === version;
}

function check(id: EngineId, template: Template): void {
  if (!isTemplateOf(id, template)) throw new EngineUnavailable(id, 'gave a template of another engine');
}

function own(id: EngineId, enrolment: Enrolment): Enrolment {
  if (enrolment.ok) check(id, enrolment.template);
  else if (enrolment.findings.length === 0) throw new EngineUnavailable(id, 'refused and found nothing');
  return enrolment;
}

async function answer<T>(id: EngineId, limit: number, ask: () => Promise<T>): Promise<T> {
  const answered = new AbortController();
  const late = sleep(limit, undefined, { signal: answered.signal, ref: false }).then(
    () => Promise.reject(new EngineUnavailable(id, `no answer in ${limit} ms`)),
    () => new Promise<never>(() => undefined),
  );
  try {
    return await Promise.race([ask(), late]);
  } catch (cause) {
    throw cause instanceof EngineUnavailable ? cause : new EngineUnavailable(id, 'broke down', { cause });
  } finally {
    answered.abort();
  }
}

async function healthOf(asked: Promise<EngineHealth>, limit: number): Promise<EngineHealth> {
  const late: EngineHealth = { healthy: false, why: 'no answer' };
  const broken: EngineHealth = { healthy: false, why: 'broke down' };
  return Promise.race([asked.catch(() => broken), sleep(limit, late, { ref: false })]);
}
