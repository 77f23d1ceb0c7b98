import { challenge } from '../../../miniprogram/src/attempt/03-challenge.ts';
import { readReceipt } from '../../../miniprogram/src/receipt/01-read-receipt.ts';
import type { OwnReceipt } from '../../../miniprogram/src/receipt/open-own.ts';
import { newReceiptPlace, type ReceiptPlace } from '../../../scripts/stand-ins/phone/receipt-place.ts';
import { encodeBase64url } from '../../../shared/bytes/base64url.ts';
import { dateInChina } from '../../../shared/china-calendar.ts';
import type { ReportClaims } from '../../../shared/contract/authority/receipts.ts';
import { type Answer, send } from './answers.fixture.ts';
import { type Claimed, claimed, ended, sealedFace, sealedVoice, sendSamples } from './check.fixture.ts';
import type { OpenCounter } from './counter.fixture.ts';
import { random } from './parties.fixture.ts';
import type { Phone } from './phone.fixture.ts';
import type { World } from './world.fixture.ts';

export const newPlace = (): ReceiptPlace => newReceiptPlace(random);

/** A check whose holder agreed and wants a receipt, with a sealed sample of each kind. */
export async function challengedForReceipt(world: World, phone?: Phone, counter?: OpenCounter) {
  const check = await claimed(world, phone, counter);
  const place = newPlace();
  return { ...check, place, ...(await agreeForReceipt(check, place)) };
}

export async function agreeForReceipt(
  { phone, shown }: Pick<Claimed, 'phone' | 'shown'>,
  place: ReceiptPlace,
) {
  const agreed = { view: shown, consent: { face: true, voice: true } };
  const { checked } = await challenge(phone.holder, agreed, place.wantedBy(phone.holder));
  return { checked, face: await sealedFace(phone, checked), voice: await sealedVoice(phone, checked) };
}

/** A whole check with a receipt; answers how it ended and where the receipt lies. */
export async function checkForReceipt(world: World, phone?: Phone, counter?: OpenCounter) {
  const check = await challengedForReceipt(world, phone, counter);
  await sendSamples(check);
  return { ...check, view: await ended(check) };
}

/** As the phone itself reads it. @throws HolderProblem */
export function receiptOf(check: {
  phone: Phone;
  sessionId: string;
  place: ReceiptPlace;
}): Promise<OwnReceipt | undefined> {
  const { phone, sessionId, place } = check;
  return readReceipt(phone.holder, { sessionId, ...place });
}

/** The form in the receipt of a check that has passed. @throws Error where there is none */
export async function reportFormOf(world: World, phone?: Phone, counter?: OpenCounter): Promise<string> {
  const form = (await receiptOf(await checkForReceipt(world, phone, counter)))?.claims.report;
  if (form === undefined) throw new Error('a receipt without a form');
  return form;
}

/** A call that says nothing of who makes it. */
export function askOpenly(world: Pick<World, 'url'>, path: string, body: unknown): Promise<Answer> {
  return send(world.url + path, {
    ...{ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
  });
}

export const report = (
  world: Pick<World, 'url'>,
  form: string,
  asked: readonly string[] = ['card'],
): Promise<Answer> => askOpenly(world, '/holder/v1/reports', { report: form, asked });

export const readAt = (world: World, locator: string): Promise<Answer> =>
  askOpenly(world, '/holder/v1/receipts/read', { locator });

/** A form as the authority signs one for a check that has passed today, but for what a test changes. */
export function signForm(world: World, changes: Partial<ReportClaims> = {}): string {
  return world.authority.keys.sign('lz-report+jwt', {
    ...{ iss: 'liangzheng-sandbox', sandbox: true, rpId: 'rp_hotel', day: dateInChina(world.clock.at) },
    ...{ nullifier: encodeBase64url(random(16)), ...changes },
  });
}
