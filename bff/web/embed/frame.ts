import deskStyle from '../desk/face/desk.css?inline';
import facesHtml from '../desk/face/faces.html?raw';
import guestStyle from '../desk/face/guest.css?inline';
import stripStyle from '../desk/face/strip.css?inline';
import kitStyle from '../kit/kit.css?inline';
import { type Place, placeIn } from '../kit/place.ts';
import tokens from '../kit/tokens.css?inline';
import embedStyle from './embed.css?inline';
import frameHtml from './frame.html?raw';

let style: CSSStyleSheet | undefined;

/** All elements together have one style sheet. It is made by script, so that no page has to allow inline styles for it. */
function sharedStyle(): CSSStyleSheet {
  if (style === undefined) {
    style = new CSSStyleSheet();
    style.replaceSync([tokens, kitStyle, deskStyle, guestStyle, stripStyle, embedStyle].join('\n'));
  }
  return style;
}

/** Puts both faces into the shadow tree of an element. */
export function frameIn(root: ShadowRoot): Place {
  root.adoptedStyleSheets = [sharedStyle()];
  root.innerHTML = frameHtml.replace('<!--faces-->', () => facesHtml);
  const frame = root.querySelector('.desk');
  if (!(frame instanceof HTMLElement)) throw new TypeError('there is no frame');
  return placeIn(root, frame);
}
