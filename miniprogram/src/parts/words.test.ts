import { describe, expect, it } from 'vitest';
import { actions } from '../../../shared/actions.ts';
import { consentForms } from '../../../shared/consent/consent-forms.ts';
import { consentTexts } from '../../../shared/consent/consent-texts.ts';
import type { FormWords } from '../../../shared/consent/texts-in-session.ts';
import { holderErrors } from '../../../shared/holder-errors.ts';
import type { Text } from '../../../shared/text.ts';
import { platformTexts } from '../capture/face/platform-texts.ts';
import { texts as face } from '../capture/face/texts.ts';
import { readings, texts as voice } from '../capture/voice/texts.ts';
import { type HolderCode, HolderProblem, nextText, problemText } from '../holder/holder-problem.ts';
import { localProblems } from '../holder/local-problems.ts';
import { texts as apply } from '../pages/apply/texts.ts';
import { texts as confirm } from '../pages/confirm/texts.ts';
import * as family from '../pages/family/texts.ts';
import { handOver, holdTexts, wardTexts } from '../pages/family/ward-texts.ts';
import { texts as copy } from '../pages/meet/copy/texts.ts';
import { forWhom, texts as result } from '../pages/result/texts.ts';
import { texts as settings } from '../pages/settings/texts.ts';
import { texts as slip } from '../pages/slip/texts.ts';
import { texts as waiting } from '../pages/waiting/texts.ts';
import { onlyHere, tell, texts as word } from '../pages/word/texts.ts';
import { checkTexts, secondsLeft } from './check-texts.ts';
import { clerkOf } from './clerk-of.ts';
import { hintTexts, promptTexts, texts } from './texts.ts';
import { wayOut } from './way-out.ts';

const codes: HolderCode[] = [...keysOf(holderErrors), ...keysOf(localProblems)];

const child: Text = { zh: '孩子', en: 'your child' };

/** Every text that a page of a check says. */
const said: Record<string, Text> = {
  ...named('face', face),
  ...named('voice', voice),
  ...named('confirm', confirm),
  ...named('result', result),
  ...named('waiting', waiting),
  ...named('word', word),
  ...named('parts', texts),
  ...named('family', family.texts),
  ...named('family state', family.stateTexts),
  ...named('family counts', {
    some: family.howMany(2, 5),
    all: family.howMany(5, 5),
    minutes: family.timeLeft(90_000),
    until: family.askedUntil('12-01 10:20'),
    waits: family.waitsFor(child),
    chosen: family.chosen(child),
  }),
  ...named('ward', {
    ...holdTexts,
    ...handOver(child),
    ...named('front', wardTexts(child, 'front')),
    ...named('rear', wardTexts(child, 'rear')),
    result: forWhom(child),
  }),
  ...named('copy', copy),
  ...named('slip', slip),
  ...named('check', checkTexts),
  ...named('hint', hintTexts),
  ...named('prompt', promptTexts),
  ...named('wechat', { ...platformTexts.wechat }),
  ...named('alipay', { ...platformTexts.alipay }),
  ...Object.fromEntries(
    consentForms.flatMap((form) =>
      Object.entries<FormWords['voice']>(consentTexts[form]).flatMap(([about, { title, words }]) => [
        [`${form} ${about}`, title],
        [`${form} ${about} words`, words],
      ]),
    ),
  ),
  ...named('reading', Object.fromEntries(readings.entries())),
  ...named('told', {
    seconds: secondsLeft(7),
    tell: tell(clerkOf('hotel')),
    only: onlyHere(clerkOf('traffic')),
  }),
};

describe('what the pages of a check say', () => {
  it.each(Object.entries(said))('%s: in Chinese, and in English written for itself', (name, { zh, en }) => {
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(en).not.toBe('');
    // How a digit is to be read stands in Chinese for readers of Chinese alone.
    expect(en, name).not.toMatch(/\p{Script=Han}/u);
  });

  it.each(Object.entries(said))('%s: in plain words', (_, { zh, en }) => {
    expect(zh).not.toMatch(/采集|沙箱|场景|判定|依赖方|持证人/);
    expect(en).not.toMatch(/sandbox|relying party|holder|verifier/i);
    // The fonts of Chinese phones draw them as wide as a character.
    expect(en).not.toMatch(/[“”‘’]/);
  });

  it.each(codes)('%s: what went wrong, what to do next, and a button that does it', (code) => {
    const problem = new HolderProblem(code);
    expect(problemText(code).zh).toMatch(/\p{Script=Han}/u);
    const next = nextText(problem);
    expect(next).not.toEqual(actions.nothing);
    expect(next.zh).toMatch(/请/);
    for (const inCheck of [true, false])
      for (const opensSettings of [true, false])
        for (const voiceMayGo of [true, false])
          expect(wayOut(problem, { opensSettings, inCheck, voiceMayGo })).not.toBe('');
  });
});

describe('what another page says of a button', () => {
  it('is what stands on it', () => {
    for (const language of ['zh', 'en'] as const) {
      for (const button of [confirm.decline, confirm.withoutVoice])
        expect(settings.withdrawText[language]).toContain(button[language]);
      expect(confirm.readers[language]).toContain(confirm.withoutVoice[language]);
    }
    expect(apply.needFace.zh).toContain(`“${consentTexts.apply.phone.title.zh}”`);
  });
});

describe('the counter word', () => {
  it('is for the person at the counter alone, never by phone, in the words for whoever sits there', () => {
    expect(onlyHere(clerkOf('hotel')).zh).toBe('只告诉您面前的工作人员，不要在电话里告诉别人');
    expect(onlyHere(clerkOf('traffic')).zh).toContain('民警');
    expect(onlyHere(clerkOf('hotel')).en).toMatch(/in front of you, never by phone/);
    expect(tell(clerkOf('hotel')).zh).toContain('三个数字');
  });
});

function named(page: string, its: Record<string, Text>): Record<string, Text> {
  return Object.fromEntries(Object.entries(its).map(([name, text]) => [`${page} ${name}`, text]));
}

function keysOf<T extends object>(table: T): (keyof T)[] {
  return Object.keys(table).filter((key): key is Extract<keyof T, string> => key in table);
}
