import { decodeBase64url } from '../../../shared/bytes/base64url.ts';
import type { OpenSessionAnswer } from '../../../shared/contract/verify/01-open-session.ts';
import type { CounterView } from '../../../shared/contract/verify/08-result.ts';
import { makeCode } from '../../../shared/counter-code/make-code.ts';
import { levelText } from '../../../shared/levels.ts';
import { type Purpose, purposeText, scenes } from '../../../shared/scenes.ts';
import { isFinal } from '../../../shared/sessions.ts';
import { element, setText, setVisible } from '../kit/element.ts';
import type { Language } from '../kit/language.ts';
import { drawQr } from './draw-qr.ts';
import { stateWords, symbols, timeLeft } from './texts.ts';

/** A check as the page knows it. `serverNow` follows the server's clock, whatever the counter's own one says; undefined where it is in doubt. */
export interface Check {
  purpose: Purpose;
  view: CounterView;
  serverNow: () => number | undefined;
  /** Makes the codes; absent after a reload. */
  opened?: OpenSessionAnswer;
}

/** Shows the state in words, colour and symbol, and only the buttons that do something in it. */
export function showCheck({ purpose, view }: Check, language: Language): void {
  const { state } = view;
  const { tone, title, hint } = stateWords[state];
  const over = isFinal(state);
  document.body.dataset.tone = tone;
  document.body.dataset.state = state;
  document.title = `${title[language]} · ${scenes[view.scene].text[language]}`;
  setText('state', title[language]);
  setText('hint', hint[language]);
  setText('asks', asked(purpose, view, language));
  element('symbol', SVGPathElement).setAttribute('d', symbols[tone]);
  setVisible('code', state === 'open');
  setVisible('result', over);
  setVisible('left', state === 'open');
  setVisible('next', over);
  setVisible('staffed', !over);
  setVisible('abandon', !over);
  setVisible('change', over);
}

/** What changes from second to second: the code, and how long is left. */
export function showSecond({ opened, view, serverNow }: Check, language: Language): void {
  const now = serverNow();
  element('code', HTMLElement).dataset.doubt = String(now === undefined);
  if (now === undefined) {
    setText('left', '');
    element('qr', SVGSVGElement).querySelector('path')?.remove();
    return;
  }
  const seconds = Math.max(0, Math.ceil(((view.deadline ?? now) - now) / 1000));
  const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  setText('left', timeLeft[language](time));
  if (view.state !== 'open' || opened === undefined) return;
  const code = codeAt(opened, now);
  element('open-here', HTMLAnchorElement).href = code;
  const { size, path } = drawQr(code);
  const qr = element('qr', SVGSVGElement);
  qr.setAttribute('viewBox', `0 0 ${size} ${size}`);
  let dark = qr.querySelector('path');
  if (dark === null) {
    dark = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    qr.append(dark);
  }
  dark.setAttribute('d', path);
}

function codeAt(opened: OpenSessionAnswer, now: number): string {
  const { codeBaseUrl: baseUrl, token, rpId, counterId, scene, purpose, openedAt } = opened;
  const elapsed = Math.max(0, Math.floor((now - openedAt) / 1000));
  const secret = decodeBase64url(opened.secret);
  return makeCode({ baseUrl, token, rpId, counterId, scene, purpose, secret, elapsed });
}

function asked(purpose: Purpose, { scene, level }: CounterView, language: Language): string {
  return [scenes[scene].text, purposeText[purpose], levelText[level]]
    .map((text) => text[language])
    .join(' · ');
}
