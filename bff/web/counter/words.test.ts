import { describe, expect, it } from 'vitest';
import { peopleAt } from '../../../shared/messages/people.ts';
import { type Purpose, type Scene, sceneNames, scenes } from '../../../shared/scenes.ts';
import { phases } from '../desk/check.ts';
import { clerkWords } from '../desk/face/clerk-words.ts';
import { guestWords, steps } from '../desk/face/guest-words.ts';
import { deskTexts } from '../desk/face/texts.ts';
import { texts } from './texts.ts';

const fixed = [...Object.values(deskTexts), ...Object.values(texts)];

const asked = sceneNames.flatMap((scene) => {
  const purposes: readonly Purpose[] = scenes[scene].purposes;
  return purposes.map((purpose): [Scene, Purpose] => [scene, purpose]);
});
const everyPhase = asked.flatMap(([scene, purpose]) =>
  phases.map((phase) => {
    const people = peopleAt(scene, purpose);
    return { phase, people, clerk: clerkWords(phase, people), guest: guestWords(phase, people) };
  }),
);

describe('the words of both faces', () => {
  it('are there in both languages for every phase of every scene and purpose', () => {
    expect(everyPhase).toHaveLength(asked.length * phases.length);
    for (const { clerk, guest } of everyPhase)
      for (const { zh, en } of [clerk.title, clerk.hint, guest.title, guest.hint, ...steps]) {
        expect(zh).toMatch(/\p{Script=Han}/u);
        expect(en).toMatch(/^[A-Z][^\p{Script=Han}]+$/u);
      }
  });

  it.each([
    ['hotel', 'check-in', '请客人扫码', 'Ask the guest to scan'],
    ['gov-window', 'handle-affairs', '请办事人扫码', 'Ask the visitor to scan'],
    ['traffic', 'roadside-check', '请当事人扫码', 'Ask the person to scan'],
    ['parcel', 'send', '请寄件人扫码', 'Ask the sender to scan'],
    ['parcel', 'collect', '请取件人扫码', 'Ask the recipient to scan'],
    ['net-bar', 'log-on', '请顾客扫码', 'Ask the customer to scan'],
    ['rail', 'board-train', '请旅客扫码', 'Ask the traveller to scan'],
    ['air', 'board-flight', '请旅客扫码', 'Ask the traveller to scan'],
    ['ticket', 'buy-ticket', '请购票人扫码', 'Ask the buyer to scan'],
    ['ticket', 'enter-venue', '请观众扫码', 'Ask the visitor to scan'],
    ['hospital', 'see-doctor', '请患者扫码', 'Ask the patient to scan'],
    ['bank-account', 'open-account', '请客户扫码', 'Ask the client to scan'],
    ['sim-card', 'new-number', '请客户扫码', 'Ask the client to scan'],
    ['company', 'found-company', '请申请人扫码', 'Ask the applicant to scan'],
    ['acceptance', 'raise', '请办事人扫码', 'Ask the visitor to scan'],
    ['peer', 'meet', '请对方扫码', 'Ask the other person to scan'],
  ] as const)('call the people of %s, %s, by their name', (scene, purpose, zh, en) => {
    expect(clerkWords('open', peopleAt(scene, purpose)).title).toEqual({ zh, en });
  });

  it('call nobody a guest but at a hotel', () => {
    for (const { people, clerk, guest } of everyPhase) {
      if (people === peopleAt('hotel', 'check-in')) continue;
      expect(JSON.stringify([clerk, Object.values(guest), Object.values(people)])).not.toMatch(/客人|guest/);
    }
  });

  it('never tell the holder to say digits by phone, and say to whom they are to be said', () => {
    const { hint } = guestWords('word', peopleAt('traffic', 'roadside-check'));
    expect(hint.zh).toBe('出现三个数字时，念给面前的民警；不要在电话里告诉别人。');
    expect(hint.en).toContain('the officer in front of you; tell nobody by phone');
  });

  it('call nobody a guest on the fixed parts of the page, which are there for every scene', () => {
    expect(JSON.stringify(fixed)).not.toMatch(/客人|guest/i);
  });

  it('ask who tries again to scan once more', () => {
    expect(guestWords('open', peopleAt('hotel', 'visit'), true).title.zh).toBe('请再扫一次');
  });

  it('say the same to the clerk, whatever the digits were, once they are taken', () => {
    expect(clerkWords('taken', peopleAt('hotel', 'visit')).title.zh).toBe('正在核对');
  });

  it('use no word of the makers', () => {
    const all = JSON.stringify([fixed, everyPhase.map(({ clerk, guest }) => [clerk, guest]), steps]);
    expect(all).not.toMatch(/场景|沙箱|判定|采集|[Ss]andbox|⚠/);
  });
});
