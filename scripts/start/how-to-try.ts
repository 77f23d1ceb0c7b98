/** What `npm start` says once all runs. */
export function howToTry(
  { bffUrl, platformUrl }: { bffUrl: string; platformUrl: string },
  seconds: string,
): string {
  return `
Liangzheng runs (ready in ${seconds} s, sandbox: nothing here proves who anybody is).

  counter        ${bffUrl}/counter
  phone (H5)     ${bffUrl}/
  console        ${bffUrl.replace('127.0.0.1', 'localhost')}/console
  its messages   ${platformUrl}/inbox
  API document   ${bffUrl}/docs
  health         ${bffUrl}/health/ready
  figures        ${bffUrl}/metrics
  logs           .data/log/

Try it in a browser on this machine, with your own camera and microphone:

  1. Open the counter and start a check; below its code is a link for who has no phone.
  2. Open the phone and apply. Sign in with 13800000000; the code is in its messages.
     Be 沈无名 with the ID number 990001198808082021 (nobody's), and attach a photo of your face.
  3. Follow the link at the counter, agree, look and read.

Or in another shell, without a camera: a hotel counter opens a check, a synthetic citizen takes it.

  TOKEN=$(npm run -s token)
  SESSION=$(curl -s ${bffUrl}/counter/v1/sessions -H "Authorization: Bearer $TOKEN" \\
    -H "Content-Type: application/json" -H "Idempotency-Key: $(node -p 'crypto.randomUUID()')" \\
    -d '{"scene":"hotel","purpose":"check-in"}')
  npm run -s phone -- p01 "$SESSION"
  npm run -s phone -- p01 --outcome fail    # any other end, on purpose: README

To see the operator's console, invite yourself (the sandbox has an operator of its own, whose token lies in .data):

  npm run operator -- invite "My Name"

Stop it with Ctrl-C.
`;
}
