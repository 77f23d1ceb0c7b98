// node make-key.mjs <file> <kid>: a key on P-256, its private half for this machine alone.
import { writeFileSync } from 'node:fs';
import { exportJWK, generateKeyPair } from 'jose';

const [file, kid] = process.argv.slice(2);
const { privateKey } = await generateKeyPair('ES256', { extractable: true });
writeFileSync(file, JSON.stringify({ ...(await exportJWK(privateKey)), kid }), { mode: 0o600 });
