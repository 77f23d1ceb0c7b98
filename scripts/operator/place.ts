/** Where the command works: the data folder, and the BFF that was named. */
export interface Place {
  data: string;
  bffUrl?: string;
}

/** Prints a line for whoever sits at the terminal. */
export type Say = (line: string) => void;
