import type { Readable } from 'node:stream';
import type { Static } from 'typebox';
import type { Call } from '../../../../shared/contract/schema.ts';
import type { Actor } from '../../ports/audit.ts';
import type {
  CounterCaller,
  DisputingCaller,
  HolderCaller,
  OfficerCaller,
  Scanning,
  SignedIn,
  SignToken,
  TerminalCaller,
  Visiting,
} from '../../ports/callers.ts';
import type { Ports } from '../../ports/ports.ts';
import type { Screen, Watching } from '../../ports/session-changes.ts';
import { type CheckedRequest, type RawRequest, requestShape } from './checked-request.ts';

/** Who asks, and until when it is of use to wait for an answer: fires when the caller is gone or the process stops. */
interface Asking<Caller> {
  caller: Caller;
  signal: AbortSignal;
}

/**
 * One SEAL/1 envelope on its way: `length` is the Content-Length in bytes, already within the limits. `word`: of the device that sealed it, of the right form, for
 * the authority to believe or not.
 */
export interface Upload {
  length: number;
  word: string;
  stream: Readable;
}

type Answer<C extends Call> = Promise<Static<C['answer']>>;

export interface CounterRoute {
  kind: 'counter';
  call: Call;
  answer(ports: Ports, asked: RawRequest & Asking<CounterCaller>): Promise<unknown>;
}
export interface HolderRoute {
  kind: 'holder';
  call: Call;
  answer(ports: Ports, asked: RawRequest & Asking<HolderCaller>): Promise<unknown>;
}
export interface DisputingRoute {
  kind: 'disputing';
  call: Call;
  answer(ports: Ports, asked: RawRequest & Asking<DisputingCaller>): Promise<unknown>;
}
export interface RelayRoute {
  kind: 'relay';
  call: Call;
  answer(ports: Ports, asked: RawRequest & Asking<HolderCaller>, upload: Upload): Promise<unknown>;
}
export interface OfficerRoute {
  kind: 'officer';
  call: Call;
  answer(ports: Ports, asked: RawRequest & Asking<OfficerCaller>): Promise<unknown>;
}
export interface OfficerRelayRoute {
  kind: 'officer-relay';
  call: Call;
  answer(ports: Ports, asked: RawRequest & Asking<OfficerCaller>, upload: Upload): Promise<unknown>;
}
/** Of a browser that has no shift yet; with a proof of its key where the call binds one. */
export interface OfficerArrivalRoute {
  kind: 'officer-arrival';
  call: Call;
  answer(ports: Ports, asked: RawRequest & { source: string; prove(): Promise<string> }): Promise<unknown>;
}
export interface TerminalRoute {
  kind: 'terminal';
  call: Call;
  answer(ports: Ports, asked: RawRequest & Asking<TerminalCaller>): Promise<unknown>;
}
export interface TerminalRelayRoute {
  kind: 'terminal-relay';
  call: Call;
  answer(ports: Ports, asked: RawRequest & Asking<TerminalCaller>, upload: Upload): Promise<unknown>;
}
export interface LoginRoute {
  kind: 'login';
  call: Call;
  answer(ports: Ports, asked: RawRequest & Scanning, sign: SignToken): Promise<unknown>;
}
/** Asked without a token and without a proof: who asks is known by the network address alone, which is counted and kept nowhere. */
export interface OpenRoute {
  kind: 'open';
  call: Call;
  answer(ports: Ports, asked: RawRequest & { source: string }): Promise<unknown>;
}
export interface OperatorRoute {
  kind: 'operator';
  call: Call;
  answer(ports: Ports, asked: RawRequest & AskingOperator): Promise<unknown>;
}
/**
 * `actor` is who stands in the log. `registrarToken` is for the authority's registrar, where the call takes one; it is kept nowhere.
 */
export interface AskingOperator extends Asking<SignedIn> {
  actor: Actor;
  registrarToken: string | undefined;
}
export interface VisitorRoute {
  kind: 'visitor';
  call: Call;
  answer(ports: Ports, asked: RawRequest & { visitor: Visiting }): Promise<unknown>;
}
/** Answers a file of the type instead of JSON. */
export interface FileRoute {
  kind: 'file';
  call: Call;
  type: 'image/png';
  answer(ports: Ports, asked: RawRequest & Asking<CounterCaller>): Promise<Uint8Array>;
}
/** Subscribes the counter; resolves once the present states are pushed. */
export interface EventsRoute {
  kind: 'events';
  call: Call;
  watch(ports: Ports, caller: CounterCaller, screen: Screen): Promise<Watching>;
}

/** The calls of a surface by their names, which are their operation ids in the OpenAPI document. */
export type CounterApi = Readonly<Record<string, CounterRoute | EventsRoute | FileRoute>>;
export type HolderApi = Readonly<
  Record<string, HolderRoute | DisputingRoute | RelayRoute | LoginRoute | OpenRoute>
>;
export type OfficerApi = Readonly<Record<string, OfficerRoute | OfficerRelayRoute | OfficerArrivalRoute>>;
export type TerminalApi = Readonly<Record<string, TerminalRoute | TerminalRelayRoute>>;
export type OperatorApi = Readonly<Record<string, OperatorRoute | VisitorRoute>>;

/** Answers what fits the call by its step. @throws ContractViolation on everything else */
function checked<C extends Call, Asked, Rest extends unknown[], Answered>(
  call: C,
  step: (ports: Ports, asked: CheckedRequest<C> & Asked, ...rest: Rest) => Promise<Answered>,
): (ports: Ports, asked: RawRequest & Asked, ...rest: Rest) => Promise<Answered> {
  const shape = requestShape(call);
  return async (ports, asked, ...rest) => {
    if (!shape.fits(asked)) throw shape.violation(asked);
    return step(ports, asked, ...rest);
  };
}

/** A call of the counter API and the step that answers it. */
export function counterRoute<C extends Call>(
  call: C,
  step: (ports: Ports, asked: CheckedRequest<C> & Asking<CounterCaller>) => Answer<C>,
): CounterRoute {
  return { kind: 'counter', call, answer: checked(call, step) };
}

/** A call of the holder API and the step that answers it. */
export function holderRoute<C extends Call>(
  call: C,
  step: (ports: Ports, asked: CheckedRequest<C> & Asking<HolderCaller>) => Answer<C>,
): HolderRoute {
  return { kind: 'holder', call, answer: checked(call, step) };
}

/** A call of the holder API that a ticket opens too. */
export function disputingRoute<C extends Call>(
  call: C,
  step: (ports: Ports, asked: CheckedRequest<C> & Asking<DisputingCaller>) => Answer<C>,
): DisputingRoute {
  return { kind: 'disputing', call, answer: checked(call, step) };
}

/** A call whose body is an envelope that streams through: nothing but its length is looked at. */
export function relayRoute<C extends Call>(
  call: C,
  step: (ports: Ports, asked: CheckedRequest<C> & Asking<HolderCaller>, upload: Upload) => Answer<C>,
): RelayRoute {
  return { kind: 'relay', call, answer: checked(call, step) };
}

/** A call that a phone makes before it has a token, as to get one: a DPoP proof is all it brings. */
export function loginRoute<C extends Call>(
  call: C,
  step: (ports: Ports, asked: CheckedRequest<C> & Scanning, sign: SignToken) => Answer<C>,
): LoginRoute {
  return { kind: 'login', call, answer: checked(call, step) };
}

/** A call that must not tell which phone it comes from. */
export function openRoute<C extends Call>(
  call: C,
  step: (ports: Ports, asked: CheckedRequest<C> & { source: string }) => Answer<C>,
): OpenRoute {
  return { kind: 'open', call, answer: checked(call, step) };
}

/** A call of the officer API and the step that answers it. */
export function officerRoute<C extends Call>(
  call: C,
  step: (ports: Ports, asked: CheckedRequest<C> & Asking<OfficerCaller>) => Answer<C>,
): OfficerRoute {
  return { kind: 'officer', call, answer: checked(call, step) };
}

/** A call of the officer API whose body is an envelope that streams through. */
export function officerRelayRoute<C extends Call>(
  call: C,
  step: (ports: Ports, asked: CheckedRequest<C> & Asking<OfficerCaller>, upload: Upload) => Answer<C>,
): OfficerRelayRoute {
  return { kind: 'officer-relay', call, answer: checked(call, step) };
}

/** A call that an officer's browser makes before it has a shift, as to open one. */
export function officerArrivalRoute<C extends Call>(
  call: C,
  step: (ports: Ports, asked: CheckedRequest<C> & { source: string; prove(): Promise<string> }) => Answer<C>,
): OfficerArrivalRoute {
  return { kind: 'officer-arrival', call, answer: checked(call, step) };
}

/** A call of a terminal and the step that answers it. */
export function terminalRoute<C extends Call>(
  call: C,
  step: (ports: Ports, asked: CheckedRequest<C> & Asking<TerminalCaller>) => Answer<C>,
): TerminalRoute {
  return { kind: 'terminal', call, answer: checked(call, step) };
}

/** A call of a terminal whose body is an envelope that streams through. */
export function terminalRelayRoute<C extends Call>(
  call: C,
  step: (ports: Ports, asked: CheckedRequest<C> & Asking<TerminalCaller>, upload: Upload) => Answer<C>,
): TerminalRelayRoute {
  return { kind: 'terminal-relay', call, answer: checked(call, step) };
}

/** A call of the operator API and the step that answers it. */
export function operatorRoute<C extends Call>(
  call: C,
  step: (ports: Ports, asked: CheckedRequest<C> & AskingOperator) => Answer<C>,
): OperatorRoute {
  return { kind: 'operator', call, answer: checked(call, step) };
}

/** A call that a browser or a command makes without a token of an operator, as to get one. */
export function visitorRoute<C extends Call>(
  call: C,
  step: (ports: Ports, asked: CheckedRequest<C> & { visitor: Visiting }) => Answer<C>,
): VisitorRoute {
  return { kind: 'visitor', call, answer: checked(call, step) };
}

/** A call of the counter API that answers a file. */
export function fileRoute<C extends Call>(
  call: C,
  type: FileRoute['type'],
  step: (ports: Ports, asked: CheckedRequest<C> & Asking<CounterCaller>) => Promise<Uint8Array>,
): FileRoute {
  return { kind: 'file', call, type, answer: checked(call, step) };
}

/** The stream of a counter's sessions. */
export function eventsRoute(call: Call, watch: EventsRoute['watch']): EventsRoute {
  return { kind: 'events', call, watch };
}
