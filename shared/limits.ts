import { deviceFlowLimits } from './device-flow-limits.ts';
import { httpLimits } from './http-limits.ts';
import { lateScanLimits } from './late-scan-limits.ts';
import { operatorLimits } from './operator-limits.ts';
import { pageLimits } from './page-limits.ts';
import { quotaLimits } from './quota-limits.ts';
import { storageLimits } from './storage-limits.ts';
import { streamLimits } from './stream-limits.ts';
import { webhookLimits } from './webhook-limits.ts';

/**
 * Every lifetime, size and count of the product, in one place, each with its reason; those of quotas in `quota-limits.ts`, of
 * headers in `http-limits.ts`, of pages in `page-limits.ts`, of operators in `operator-limits.ts`, of event streams in
 * `stream-limits.ts`, of webhooks in `webhook-limits.ts`.
 * Times in milliseconds, sizes in bytes, unless the name says otherwise.
 */
const second = 1000;
const minute = 60 * second;

export const limits = {
  /** A photographed code dies before it can be sent on and scanned elsewhere; a slow scan is just scanned again. */
  counterCodeMaxAge: 5 * second,
  /** A counter's clock follows the server's; one step of rounding and the network are all that may differ. */
  counterCodeMaxAhead: 2 * second,

  ...lateScanLimits,
  ...deviceFlowLimits,

  /** Each deadline that can cost somebody something is shown this long before (WCAG 2.2.1 asks for 20 s). */
  deadlineShown: 20 * second,
  /** The longest a counter waits for a guest to find the phone. */
  openLifetime: 3 * minute,
  /** Time to read who asks, and to agree or decline, without haste. */
  claimedLifetime: 2 * minute,
  /** Two prompts take about 10 s and six digits about 6 s; the rest is for the slow and for one slip. */
  challengeLifetime: 60 * second,
  /** Reading ten digits aloud three times takes about 25 s on top of the prompts. */
  applyChallengeLifetime: 120 * second,
  /** The platform shows pages of its own before it takes a face, and opens them anew for who left them. */
  platformChallengeLifetime: 3 * minute,
  /** Each time the platform is asked to take a face costs the operator; nobody leaves its page by mistake more often. */
  platformFaceTries: 5,
  /** Each of these makes the authority ask the platform after all open pages: two for each try, and the repeats of a bad line. */
  platformFaceCalls: 30,
  /** A phone waits for it, and the BFF a little longer than this. */
  platformFaceTimeout: 5 * second,
  /** A platform or an authority that is up takes a connection within a fraction of this; the rest of the call's time is for the answer. */
  connectTimeout: 3 * second,
  /** The largest documented answer of a platform's face verifier is below 1 KB. */
  platformFaceAnswer: 16 * 1024,
  /** Three checks with every page left halfway twice over: more within an hour is no person at a desk. */
  platformFacePerHolder: { atOnce: 30, every: 2 * minute },
  /** A phone waits for the login; platforms answer within half a second or are down. */
  platformCallTimeout: 5 * second,
  /** The largest documented answer of a platform's login is below 2 KB. */
  platformAnswer: 64 * 1024,
  /** WeChat renews its access token this long before the old one ends, and takes both meanwhile. */
  platformTokenMargin: 5 * minute,
  /** After a challenge ran out the phone may still ask for another attempt this long. */
  challengeGrace: 60 * second,
  /** The longest challenge and its grace, for every challenge: when a check runs out must not tell who takes the face. */
  challengedLifetime: 4 * minute,
  /** A refused clock must not cost a citizen the check: phone clocks are often some seconds off. */
  clockSkew: 30 * second,
  /** Clocks set by hand, or to another time zone, are ahead by less; beyond it the phone's own clock is heard when signed things are judged. */
  phoneClockAheadMost: 24 * 60 * minute,
  /** A clock that turns out to be off by less was not why a proof was refused: the BFF bears ten times as much. */
  proofDateSlack: 3 * second,
  /** The end of the year 9999, epoch milliseconds: no clock says more, and a date that is later could not be written. */
  lastMoment: 253_402_300_799_999,
  /** Past this an undecided check is given up as a fault of ours; the authority decides within seconds. */
  decidingLifetime: 60 * second,
  /**
   * An attempt that brings a credential lives from its first challenge to the end of its deciding for less than this: what the
   * authority has issued longer ago and nobody has here is nobody's.
   */
  issueGrace: 5 * minute,
  /** How often the authority is asked what has changed: a credential that a citizen replaced elsewhere is void here as soon. */
  followEvery: 10 * second,
  /** How often both sides are compared from the beginning; each finds only what a fault or a restored backup left behind. */
  reconcileEvery: 60 * minute,
  /** Credentials in one page of that comparison: some 12 KB, and a few milliseconds. */
  credentialsPerPage: 200,
  /** After a verdict that could not be read, or was refused, the authority is asked again: soon, but not in a tight loop. */
  verdictPause: 500,
  /** The authority looks nothing up for long; a phone waits for these calls. */
  authorityCallTimeout: 5 * second,
  /** For a face check the authority asks a platform, twice at most; the phone gives up later still. */
  authorityPlatformTimeout: 12 * second,
  /** A call that waits for the verdict may come back this much later than agreed. */
  authorityWaitMargin: 5 * second,
  /** Calls that wait have connections of their own, so that many undecided checks never hold up an upload. */
  authorityWaits: 256,
  /** An engine that has not answered by then is given up, so that the phone hears of another attempt before the check ends. */
  engineTimeout: 45 * second,
  /** The application's own lifetime before its challenge: consent and the identity form are filled in within. */
  applicationLifetime: 15 * minute,
  /** All of a check, from its opening through more time, every attempt and the counter word, at the slowest: a counter is told this end, the same for everybody. */
  checkLifetimeMost: 50 * minute,
  /** A borderline sample may be tried again: honest people succeed by the third, attackers gain little. */
  attemptsPerSession: 3,
  /** The phone may read its own result this long; afterwards the BFF forgets which device took part. */
  claimMemory: 10 * minute,
  /** An RP may read a result again this long, so that a crash of its own loses nothing. */
  resultRetention: 24 * 60 * minute,
  /** Caches of keys keep them some hours, ten in the most common library: a key is published this long before it signs. */
  resultKeyLead: 24 * 60 * minute,
  /** A stolen holder token is useless without the device key; it is short-lived all the same. */
  holderTokenLifetime: 10 * minute,
  rpTokenLifetime: 10 * minute,
  /** A counter fetches its next token this long before the old one runs out, so that no call meets the end of it. */
  rpTokenMargin: 30 * second,
  /** Verified tokens that are kept ready by each surface: checking one anew costs a signature. */
  keptTokens: 5000,
  /** RFC 7523: an assertion is for one request. */
  clientAssertionMaxLifetime: 5 * minute,
  /**
   * A counter needs one token each ten minutes; a client that fetches one for each request, at one a second with bursts, is served too.
   * Each assertion takes 130 bytes of the database for seven minutes: never more than 150 KB a counter.
   */
  assertionsPerCounter: { atOnce: 600, every: 1 * second },
  /** A message takes seconds, sometimes a minute or two; a code that lies about longer is for others to find. */
  smsCodeLifetime: 5 * minute,
  /** What people can copy from one screen to another without looking twice. */
  smsCodeDigits: 6,
  /** One slip of the finger or two; with a million codes five guesses find one in 200,000. */
  smsCodeGuesses: 5,
  /** What operators of SMS allow for one number, and what keeps a number from being pestered: no second one within a minute, */
  smsPause: 1 * minute,
  /** and never more than five within any hour. */
  smsPerNumber: { atOnce: 4, every: 30 * minute },
  /** A family may share a phone. Keys cost nothing to make, so this only stops the honest but stuck. */
  smsPerDevice: { atOnce: 10, every: 6 * minute },
  /** One network address may stand for a whole hotel or a mobile network's gateway; above this it is a machine. */
  smsPerNetwork: { atOnce: 60, every: 1 * minute },
  /** A provider that failed is left alone so long, and nobody is told to wait for its message. */
  smsOutage: 10 * second,
  /** RFC 9449 section 11.1: a proof is for one request made now. */
  dpopProofMaxAge: 30 * second,
  /** A proof is below 1 KB; longer ones are not looked at. */
  dpopProof: 4096,
  /** New proofs of all logins together. Each takes 130 bytes of the database for two minutes: never more than 50 MB. */
  loginProofs: { atOnce: 200_000, every: 1 },
  /** The server's DPoP nonce changes this often; the previous one still counts. */
  dpopNonceLifetime: 3 * minute,
  /** Devices whose keys are kept ready: importing a key costs a third of checking a signature. */
  keptProofKeys: 5000,

  ...quotaLimits,
  ...webhookLimits,

  /** A phone that holds a key list older than this fetches another. */
  keyListLifetime: 24 * 60 * minute,
  /** A counter that closed, or moved, is not to be shown for long; renewing takes one call of the registrar. */
  registrationLifetime: 90 * 24 * 60 * minute,
  /** A registrar's key that was stolen signs names no longer than this; a statement never outlives the certificate. */
  registrarLifetime: 180 * 24 * 60 * minute,
  /** Operators renew a registration in this time before it ends: the lists show it from then on. */
  registrationEndsSoon: 30 * 24 * 60 * minute,
  /** What one operator proposes another approves within a working day, or it has changed meanwhile. */
  proposalLifetime: 24 * 60 * minute,
  /** After a rotation the keys before go on counting so long: a chain's desks change over by the night. */
  keyOverlap: 24 * 60 * minute,
  /** Streams and long polls of who was revoked end within a second, in every process: two looks and some room. */
  registryLook: 400,
  /** Every process has looked long before. */
  registryChangesKept: 60 * minute,
  /** Entries of a page of the registry where nobody asks for more or fewer. */
  registryPage: 50,
  /** The authority gives out the same key list so long: who has checked it once need not check it again. */
  keyListRenewal: 10 * minute,
  /** Four generations of keys fill the eight seal keys of a key list, two suites each. */
  keyGenerations: 4,
  /** How many phrases of a person are held against new ones: more than anybody speaks in a day of failing. */
  phrasesRemembered: 24,

  /** JSON bodies of every call: the largest legal one is below 4 KB. */
  jsonBody: 16 * 1024,
  /** Levels of nesting; the contract has two. */
  jsonDepth: 8,
  /** A scanned text: the longest code with a long host name. */
  scannedCode: 300,
  /** The same with what apps hang on to an address, percent-encoded twice; the code is cut out of it before it is sent. */
  scannedText: 2_000,
  /** Ten 640x480 JPEGs at good quality are about 400 KB; envelopes above this are not from our phone. */
  sampleEnvelope: 1024 * 1024,
  /** The smallest envelope: one padding step, its header and tags. */
  sampleEnvelopeMin: 16 * 1024,
  /** What is sealed of a face or a voice: an envelope less its header, its tags and the padding, with room to spare. */
  facePlaintext: 960 * 1024,
  voicePlaintext: 960 * 1024,
  /** Letters of a name: the longest that are registered have some forty. */
  personName: 50,
  /** What is typed of a person: the longest name and the rest need a third of it. */
  identityPlaintext: 1024,
  /** Forty frames are listed in less than 3 KB. */
  sampleManifest: 8 * 1024,
  /** An ID photo and its header fit into one envelope. */
  idPhoto: 900 * 1024,
  /** What phones take by default has 24 million pixels; the authority decodes no more, and no phone lets more be chosen. */
  idPhotoPixels: 25_000_000,
  /** Pixels of its longer side where a browser makes it: a face on it is well above what the authority needs. */
  idPhotoSide: 1_280,
  framesPerSample: 40,
  /** A frame's share of its envelope holds no real picture of more pixels; a made-up one would cost seconds of the only engine. */
  framePixels: 5_000_000,
  /** Pixels of a frame's longer side: more of them decide no better, and cost the network. */
  frameSide: 640,
  /** A frame by a browser: eleven, a whole face sample, stay below 200 KB on a slow network; half the size decides as well. */
  frameJpeg: 18_000,
  /** A preview takes a moment to appear after its page has; a phone that is asked for its camera longer has none. */
  previewPatience: 5 * second,
  /** A camera that nobody uses is let go: a light that stays on alarms, and the battery is the person's. */
  cameraIdle: 60 * second,
  /** Milliseconds between two positions of the light on the card: more often, a mini-program's page has much to redraw. */
  tiltEvery: 120,
  /** Samples a second of a recorded voice: the rate at which speech is compared; more would only cost the network. */
  voiceRate: 16_000,
  /** More digits than a check has read aloud, which are six; an application has thirty, at another pace and of another length. */
  checkDigitsMost: 12,
  /** The authority takes up to 12 s for the digits of a check. */
  phraseRecording: 11_500,
  /** A voice sample holds 30 s of 16 kHz WAV: the ten digits three times. */
  enrolmentRecording: 29_500,
  /** Seconds that a compressed recording may unfold to: the longest one, a recorder that stops late, and what codecs pad. */
  recordingSeconds: 32,
  /** Decoding the longest recording takes half a second, and starting the thread as long on a busy machine. */
  recordingDecoded: 10 * second,
  /** Recordings that are decoded at the same time, each in a thread of its own; others wait their turn. */
  recordingsAtOnce: 2,
  /** A signed verdict, challenge or key list. */
  signedText: 16 * 1024,
  /** An upload that stalls holds a place that another phone needs. */
  uploadTimeout: 20 * second,
  headersTimeout: 10 * second,
  /** How often slow headers and bodies are looked for: what is cut is cut this much late at most. */
  connectionCheck: 1 * second,
  /** All headers of a request together: a token and a proof are about 1 KB each. */
  requestHeaders: 16 * 1024,
  /** No browser names more languages than fit into this many characters. */
  acceptLanguage: 200,
  /** How long a refused sender who is still sending has to read why. */
  refusalReadTime: 2 * second,
  /** At 256 uploads at once p99 was 2.2 s; beyond these a sender is asked to come back in a second. */
  relaysInFlight: 64,
  relayRetryAfterSeconds: 1,
  /** An application sends four samples, and each of them at once. */
  uploadsPerDevice: 4,
  /** Bytes that an upload must bring in a window: a tenth of what a poor mobile network carries. Slower ones take a place for nothing. */
  uploadWindow: 5 * second,
  uploadLeast: 16 * 1024,
  /** How long requests that are under way may go on once the process is told to stop: an upload and its answer. */
  stopRequests: 5 * second,
  /** What the log may take to be written then. */
  stopLog: 1 * second,
  /** When all ends regardless, whatever still hangs. */
  stopAll: 10 * second,
  /** Who has read the keys and the API document may keep them this long; a new key is seen by everybody soon after. */
  publicDocumentSeconds: 5 * 60,
  /** A phone on a slow network is not yet a phone without one. */
  phoneRequestTimeout: 15 * second,
  /** With pauses of 0.5, 1, 2 and 4 s a restart of ours passes unnoticed, and nobody waits long for what does not pass. */
  phoneTries: 5,
  phoneFirstPause: 500,
  /** A BFF that asks for more is left to the person to come back to. */
  phoneLongestPause: 8 * second,
  /** While the person reads who asks, the phone looks this often whether the counter has ended the check. */
  phoneLooksEvery: 4 * second,
  /** Looking takes a phone some 30 ms; between two looks it is to stay cool, and nobody holds a phone still for less. */
  codeLookedForEvery: 150,
  /** Pixels of a picture's longer side: the modules of a counter's code, from an arm's length, are three wide. */
  codePictureSide: 800,
  /** What somebody may still want to look up; older checks are of no use to anybody but a thief. */
  receiptsKept: 50,
  receiptAge: 90 * 24 * 60 * minute,
  /** A long poll ends before proxies cut it. */
  longPollSeconds: 25,
  /** The authority decides within seconds; who waits longer is told that it takes longer. */
  longWait: 12 * second,

  ...operatorLimits,
  ...httpLimits,
  ...pageLimits,
  ...storageLimits,
  ...streamLimits,

  /** Tries to apply as one person from one phone that did not fit: two applications with all their attempts. */
  triesPerPair: 6,
  /** As whomever: a family that shares a phone, each with a wrong character once. */
  triesPerApplicant: 15,
  /** From all phones that never passed as the person: a guess at a face is to cost more phones than it is worth. */
  triesPerPerson: 40,
  triesWindow: 6 * 60 * minute,
  /** How often the authority forgets what has run out while it runs: at once would be a write for each, a day too many rows. */
  authorityForgets: 10 * minute,
  /** Wrong faces, replays and pictures: five in a row, and the credential rests. */
  failuresBeforeLock: 5,
  lockDuration: 30 * minute,
} as const;
