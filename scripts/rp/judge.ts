import { Value } from 'typebox/value';
import type { Call } from '../../shared/contract/schema.ts';
import { Misused } from '../program/run-command.ts';

const shownName =
  'has 1 to 60 characters on one line, a letter or a digit among them, and no white space at its ends';
/** What the field of a call is to be like, as the command takes it. */
const rules: Readonly<Record<string, string>> = {
  rpId: 'the id of a relying party is rp_ and 2 to 40 small letters, digits and -: --id rp_my-hotel',
  counterId: 'the id of a counter is cnt_ and 2 to 40 small letters, digits and -: --id cnt_my-hotel-1',
  name: `a name ${shownName}`,
  place: `--place ${shownName}`,
  origins:
    '--origin is a scheme and a host without a path, such as https://desk.example: 20 at most, each once',
};

/** Judges what a call is going to be sent, before anything is made. @throws Misused naming what does not fit */
export function judge({ body }: Call, sent: object): void {
  if (body === undefined || Value.Check(body, sent)) return;
  const [fault] = Value.Errors(body, sent);
  const field = fault?.instancePath.split('/')[1] ?? '';
  const value = new Map<string, unknown>(Object.entries(sent)).get(field);
  throw new Misused(`${JSON.stringify(value)}: ${rules[field] ?? `${field} ${fault?.message}`}.`);
}
