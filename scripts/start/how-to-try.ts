/** What `npm start` says once all runs. */
export function howToTry(
  { bffUrl, platformUrl }: { bffUrl: string; platformUrl: string },
  seconds: string,
): string {
  return `
Liangzheng runs (ready in ${seconds} s, sandbox: nothing here proves who anybody is).

  counter        ${bffUrl}/counter
  phone (H5)     ${bffUrl}/
  its messages   ${platformUrl}/inbox
  API document   ${bffUrl}/openapi.json
  health         ${bffUrl}/health
  figures        ${bffUrl}/metrics
  logs           .data/log/

Try it in another shell: a hotel counter opens a check, a synthetic citizen takes it.

  TOKEN=$(npm run -s token)
  SESSION=$(curl -s ${bffUrl}/counter/v1/sessions -H "Authorization: Bearer $TOKEN" \\
    -H "Content-Type: application/json" -H "Idempotency-Key: $(date +%s%N)" \\
    -d '{"scene":"hotel","purpose":"check-in"}')
  npm run -s phone -- p01 "$SESSION"

Stop it with Ctrl-C.
`;
}
