import type { AskedKind } from './challenge.ts';
import type { ConsentForm } from './consent/consent-forms.ts';
import type { CredentialState } from './credentials.ts';
import type { Level } from './levels.ts';
import type { Purpose, Scene } from './scenes.ts';
import type { Text } from './text.ts';

type Digits = { kind: 'drawn'; count: number } | { kind: 'enrolment'; rounds: number };

/** All that phone, BFF and authority must know of a ceremony to carry it through: they read it here and branch on no name. */
export interface CeremonyRules {
  /** Who takes part beside the holder, by role. A `counter` asks, with a scene; any other proves itself by a key of its own. */
  parties: readonly string[];
  /** Of an officer who takes part: whether credentials are raised where they work, or they attend to a relying party's counter. */
  officer?: 'point' | 'attendant';
  /** Whose device captures, seals and sends the samples: the `holder`'s, or that of one of the parties. */
  capturedBy: string;
  /** When face and voice are consented to: as the session is opened, or with each challenge. */
  consent: 'at-opening' | 'with-challenge';
  /** The words in which they are asked for; those of a check where absent. */
  consentText?: ConsentForm;
  /** For what it is asked where no counter names scene and purpose; nobody but the holder asks where this is absent too. */
  asksFor?: { scene: Scene; purpose: Purpose };
  /**
   * The level of the credential that is shown, or brought: the one that the counter's scene names, the one that the credential has as it is
   * shown, or always the same.
   */
  level: 'of-scene' | 'of-credential' | Level;
  /** By what the authority knows whose face it is to see, or whose card it is. */
  personBy: 'credential' | 'identity' | 'card';
  /** In which states the credential may be that is shown, or that the owner of the card has; none where none is. */
  shownIn: readonly CredentialState[];
  /** Whether a voice that is enrolled has to be heard too where the credential is strict. */
  voiceOfStrict?: true;
  /**
   * The samples of a challenge, and when it may ask for each. A platform may take the `face` in the phone's place; `unless-excepted`: not
   * where an officer has excepted it; `where-wanted`: where the holder sets one; `without-voice`: in the voice's place; `of-grown`: where
   * the ward is old enough to be known by the own face.
   */
  samples: Readonly<
    Partial<
      Record<
        AskedKind,
        | ('always' | 'with-consent' | 'without-voice' | 'where-brought' | 'where-wanted')
        | ('unless-excepted' | 'of-grown')
      >
    >
  >;
  /** Which of them a party brings, by its role; all others come from the device that captures. */
  broughtBy?: Readonly<Partial<Record<AskedKind, string>>>;
  /** What is spoken: so many digits drawn at random, or all ten of them in so many rounds. */
  digits: Digits;
  /** What is spoken instead where the voice was taken back and a pass gives one again; where absent none is asked for then. */
  digitsOfNewVoice?: Digits;
  /** Milliseconds that a challenge lives where the phone takes the face. */
  challengeLifetime: number;
  /** Milliseconds that the session waits for the samples of a challenge, and for another challenge. */
  challengedLifetime: number;
  /** What a pass is for: a result that whoever asked reads, a credential, the level `strict` of the one that is shown, a delegation, or that there is none any more. */
  passBrings: 'result' | 'credential' | 'level' | 'delegation' | 'revocation';
  /** Where the holder begins another one: before a counter's code, with a form of its own, or with somebody else. */
  beginsWith: 'scan' | 'apply' | 'move' | 'protect' | 'meet';
  /** Where the phone shows how it ended: on a page of its own, or with how it ended for the other person. */
  endsAt: 'result' | 'meet';
  /** What the phone says of a pass, what can be done then, and how another one is begun. */
  texts: { passed: Text; afterPass: Text; again: Text };
}
