import { readFile, writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page, Response } from 'playwright-core';
import { type FacePrompt, facePrompts } from '../../../shared/challenge.ts';
import type { CameraRoll } from '../../stand-ins/phone/camera-roll.ts';
import { digitsOfChallenge } from '../../stand-ins/phone/digits-of-challenge.ts';
import type { Speech } from '../../stand-ins/phone/speech.ts';
import { varyFrame } from '../../stand-ins/phone/vary-frame.ts';
import type { CameraFile } from './camera-file.ts';

/** Who is before the camera and at the microphone. */
export interface Person {
  roll: CameraRoll;
  speech: Speech;
}

/** What the person has done so far. */
export interface Performance {
  followed: FacePrompt[];
  /** The digits that were read aloud. */
  read: string[];
  /** The digits as they were on the screen by the end of a round, each time they were shown. */
  shown: string[];
  /** Ends it. */
  end(): Promise<void>;
}

/** Milliseconds from one picture to the next. */
const frameGap = 130;

/**
 * The person looks at the screen and does what it says, until the page is closed: turns the head at a prompt, and reads
 * the digits. Chromium reads what the microphone hears as it is opened, before the first digit is shown, so that they come from the challenge
 * on its way to the page. `person` is asked again for each picture, so that another may step before the camera.
 */
export function performBefore(
  page: Page,
  person: () => Person,
  { camera, microphone }: { camera: CameraFile; microphone: string },
): Performance {
  const followed: FacePrompt[] = [];
  const read: string[] = [];
  const shown: string[] = [];
  let over = false;
  let played = 0;
  let promptSeen: FacePrompt | null = null;
  const noting = page.addInitScript(noteDigits);
  page.on('response', (answer) => {
    if (answer.status() === 201 && answer.url().endsWith('/challenge')) void speak(answer);
  });

  async function speak(answer: Response): Promise<void> {
    const digits = digitsOfChallenge(await answer.json().catch(() => undefined));
    if (digits === undefined) return;
    await writeFile(microphone, await person().speech(digits));
    read.push(digits);
  }

  async function act(): Promise<void> {
    const { prompt, digits } = await look(page);
    if (prompt !== null && prompt !== promptSeen) followed.push(prompt);
    promptSeen = prompt;
    const { roll } = person();
    const files = prompt === null ? roll.neutral : roll.prompted[prompt];
    const file = files[played++ % files.length];
    if (file === undefined) throw new Error('the roll has no pictures');
    await camera.show(await varyFrame(await readFile(file)));
    for (const row of digits) {
      const before = shown.at(-1) ?? '';
      if (row.startsWith(before)) shown[Math.max(0, shown.length - 1)] = row;
      else shown.push(row);
    }
  }

  async function perform(): Promise<void> {
    await noting;
    while (!over) {
      await act();
      await pause(frameGap);
    }
  }

  const performed = perform();
  performed.catch(() => undefined);
  return {
    followed,
    read,
    shown,
    async end() {
      over = true;
      await performed;
    },
  };
}

/** What the page asks for now, and each row of digits since the last look; a page that is being changed asks for nothing. */
async function look(page: Page): Promise<{ prompt: FacePrompt | null; digits: string[] }> {
  const seen = await page
    .evaluate(() => ({
      prompt: document.querySelector('#prompt')?.className ?? '',
      digits: window.digitsSeen?.splice(0) ?? [],
    }))
    .catch(() => ({ prompt: '', digits: [] }));
  const prompt = facePrompts.find((name) => seen.prompt.split(' ').includes(`prompt-${name}`)) ?? null;
  return { prompt, digits: seen.digits };
}

/** Inside the page, before it runs: notes each row of digits as it is shown, however seldom anybody looks. */
function noteDigits(): void {
  const seen: string[] = [];
  window.digitsSeen = seen;
  new MutationObserver(() => {
    const places = [...document.querySelectorAll('.digit-place')];
    const row = places.map((place) => place.textContent ?? '').join('');
    if (row !== '' && row !== seen.at(-1)) seen.push(row);
  }).observe(document, { childList: true, subtree: true, characterData: true });
}

declare global {
  interface Window {
    digitsSeen?: string[];
  }
}
