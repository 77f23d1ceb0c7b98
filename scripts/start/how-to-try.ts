/** What `npm start` says once all runs. */
export function howToTry(
  { bffUrl, platformUrl, readerUrl }: { bffUrl: string; platformUrl: string; readerUrl: string },
  seconds: string,
): string {
  return `
Liangzheng runs (ready in ${seconds} s, sandbox: nothing here proves who anybody is).

  counter        ${bffUrl}/counter
  phone (H5)     ${bffUrl}/
  its messages   ${platformUrl}/inbox
  console        ${bffUrl.replace('127.0.0.1', 'localhost')}/console
  officer        ${bffUrl.replace('127.0.0.1', 'localhost')}/officer
  card reader    ${readerUrl}/
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
  npm run -s phone -- p01 --meet p02        # two people confirm each other

To see the operator's console, invite yourself (the sandbox has an operator of its own, whose token lies in .data):

  npm run operator -- invite "My Name"

To raise a credential at an acceptance point, become one of its first officers, and open the link with a passkey:

  npm run officer -- add "Officer 1" --legal-name 林知遥 --id-number 990001199904121101 \\
    --point acp_point-01 --first
  npm run officer -- invite off_...

To answer for a child, have that officer bind 江晓帆, 990016201603070026 (any number of a certificate), to who has applied on the phone.
The guardian's card comes first: the reader has none for 沈无名, so type it with any dates that hold today, or apply as 试通过,
990101199001010019, and lay the card "pass". The phone's page "Family" then gives a code, by which the child is checked at the demo hotel's terminal while the phone agrees:

  npm run -s terminal -- CODE c02

To help guests without a face or a phone at the demo hotel, or at the window of the demo office (a PIN is set at a raise):

  npm run officer -- add "Attendant 1" --legal-name 周予安 --id-number 990002199409032132 \\
    --rp rp_sandbox-hotel --counter cnt_sandbox-hotel-1 --first
  npm run officer -- add "Attendant 2" --legal-name 苏曼青 --id-number 990003198111273146 \\
    --rp rp_sandbox-gov --counter cnt_sandbox-gov-1 --first

Stop it with Ctrl-C.
`;
}
