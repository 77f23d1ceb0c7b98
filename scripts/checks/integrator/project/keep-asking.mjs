// node keep-asking.mjs <issuer> <counter> <key file>: a token again and again, each by the key that lies there, until it is told to stop.
import { readFileSync } from 'node:fs';
import { discover, fetchToken } from './client.mjs';

const [issuer, counterId, keyFile] = process.argv.slice(2);
const kids = new Map();
const failures = [];
let going = true;
process.stdin.on('data', () => {
  going = false;
});
while (going) {
  const { kid } = JSON.parse(readFileSync(keyFile, 'utf8'));
  try {
    await fetchToken(await discover(issuer, counterId, keyFile));
    kids.set(kid, (kids.get(kid) ?? 0) + 1);
    console.log(JSON.stringify({ kid }));
  } catch (fault) {
    failures.push(String(fault.error ?? fault));
  }
}
console.log(JSON.stringify({ kids: [...kids.keys()], tokens: [...kids.values()], failures }));
process.exit(0);
