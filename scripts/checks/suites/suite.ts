/** How a suite ended: every case that did not go as it should, by name. */
export interface Tally {
  cases: number;
  wrong: string[];
}

/** A public collection of cases, which is not carried here: it is run where a checkout of it is there. */
export interface Suite {
  name: string;
  /** Owner and name of the project that publishes it. */
  project: string;
  licence: string;
  /** What of the project is read. */
  paths: readonly string[];
  /** @param folder of the checkout */
  run(folder: string): Promise<Tally>;
}
