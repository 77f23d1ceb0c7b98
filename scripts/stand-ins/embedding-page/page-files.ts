/** The page of a relying party's desk, as it would write it. What the element tells is listed below it. */
export function pageHtml(bffUrl: string, integrity: string, src: string): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>云栖酒店前台</title>
<link rel="icon" href="/icon.svg">
<link rel="stylesheet" href="/desk.css">
<script type="module" src="${bffUrl}${src}" integrity="${integrity}" crossorigin="anonymous"></script>
<script type="module" src="/desk.js"></script>
</head>
<body>
<header><h1>云栖酒店 · 前台登记</h1><label>房号 <input id="room" name="room"></label></header>
<main>
<liangzheng-counter counter-api="${bffUrl}" scene="hotel" purpose="check-in" lang="zh"></liangzheng-counter>
<section aria-labelledby="told"><h2 id="told">页面收到的事件</h2><ol id="events"></ol></section>
</main>
</body>
</html>
`;
}

export const pageStyle = `body { margin: 0; font: 16px/1.5 sans-serif; color: #222; background: #eef1f4; }
header { display: flex; flex-wrap: wrap; align-items: center; gap: 1rem 3rem; padding: 1rem 2rem; background: #fff; }
h1, h2 { margin: 0; font-size: 1.25rem; }
main { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 1fr); gap: 2rem; padding: 2rem; }
ol { padding-left: 1.5rem; overflow-wrap: anywhere; }
input { font: inherit; padding: 0.5rem; }
@media (max-width: 60rem) { main { grid-template-columns: minmax(0, 1fr); padding: 1rem; } }
`;

export const pageScript = `const counter = document.querySelector('liangzheng-counter');

function note(text) {
  const line = document.createElement('li');
  line.textContent = text;
  document.querySelector('#events').append(line);
}

async function renew() {
  const answer = await fetch('/page-token', { method: 'POST' });
  if (!answer.ok) return;
  counter.token = await answer.json();
  note('token');
}
counter.addEventListener('token-needed', renew);
renew();

for (const name of ['token-needed', 'lz-state', 'lz-ended', 'lz-problem'])
  counter.addEventListener(name, ({ detail }) => {
    const { state = '', reference = '', code = '', reason = '' } = detail;
    note([name, state, reference, code, reason].filter(Boolean).join(' '));
  });
// Your server verifies the result token; a page never decides by what it was told.
counter.addEventListener('lz-ended', ({ detail }) =>
  fetch('/ended', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(detail) }));
`;

export const pageIcon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M1 7V3l3-2 3 2v4z"/></svg>';
