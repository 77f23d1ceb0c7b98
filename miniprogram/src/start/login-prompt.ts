import Taro from '@tarojs/taro';
import { HolderProblem } from '../holder/holder-problem.ts';
import { go } from './go.ts';

interface Waiting {
  done: Promise<void>;
  open(): void;
  refuse(problem: HolderProblem): void;
}

let waiting: Waiting | undefined;

/**
 * Opens the login page above the page that asks, and resolves once the person has signed in there; several at once
 * share one page. The page below stays as it is.
 * @throws HolderProblem login-refused where the person left without signing in
 */
export function askToLogIn(): Promise<void> {
  if (waiting !== undefined) return waiting.done;
  let open: Waiting['open'] = () => undefined;
  let refuse: Waiting['refuse'] = () => undefined;
  const done = new Promise<void>((resolve, reject) => {
    open = resolve;
    refuse = reject;
  });
  waiting = { done, open, refuse };
  go('login', { next: hereNow() }).catch((cause: unknown) => {
    leaveLogin(new HolderProblem('login-refused', { cause }));
  });
  return done;
}

/** The login page was signed in on: whoever waits goes on. Answers whether somebody did. */
export function passLogin(): boolean {
  const somebody = waiting !== undefined;
  waiting?.open();
  waiting = undefined;
  return somebody;
}

/** The login page was left: whoever still waits is refused. */
export function leaveLogin(problem: HolderProblem = new HolderProblem('login-refused')): void {
  waiting?.refuse(problem);
  waiting = undefined;
}

/** The page on top with its parameters as its address has them, for the case that the login page is reloaded. */
function hereNow(): string {
  const page = Taro.getCurrentInstance().router;
  if (page == null) return '';
  const query = Object.entries(page.params).flatMap(([name, value]) =>
    value === undefined || name === '$taroTimestamp' ? [] : [`${name}=${value}`],
  );
  const path = `/${page.path.replace(/^\/+/, '').replace(/\?.*$/, '')}`;
  return query.length === 0 ? path : `${path}?${query.join('&')}`;
}
