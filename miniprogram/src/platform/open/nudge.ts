/** Stands for the file of the platform that is being built, which the bundler puts in its place. */
export { nudge } from './nudge.h5.ts';
