/** A message that would have been sent. `at` in epoch milliseconds. */
export interface Message {
  phone: string;
  text: string;
  at: number;
}

const style = `
  :root { color-scheme: light dark; font: 18px/1.5 system-ui, sans-serif; }
  body { max-width: 40rem; margin: 0 auto; padding: 1.5rem 1rem; }
  h1 { font-size: 1.4rem; margin: 0 0 .25rem; }
  p { margin: .25rem 0; }
  ol { list-style: none; padding: 0; }
  li { border: 1px solid #8888; border-radius: .75rem; padding: .75rem 1rem; margin: .75rem 0; }
  li p { font-size: 1.2rem; }
  small { opacity: .75; }`;

/** The inbox as a page without scripts; it loads itself again every three seconds. */
export function renderInbox(messages: readonly Message[]): string {
  const items = messages.map(
    ({ phone, text, at }) =>
      `<li><small>${escapeHtml(phone)} · <time>${new Date(at).toISOString()}</time></small><p>${escapeHtml(text)}</p></li>`,
  );
  const list =
    items.length === 0
      ? '<p>还没有短信。No messages yet.</p>'
      : `<ol aria-live="polite">${items.join('')}</ol>`;
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>演示短信 · Demo inbox</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><meta http-equiv="refresh" content="3"><style>${style}</style></head>
<body><main><h1>演示短信 · Demo inbox</h1><p><small>这里的短信没有发给任何人。Nothing here was sent to anybody.</small></p>${list}</main></body></html>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
