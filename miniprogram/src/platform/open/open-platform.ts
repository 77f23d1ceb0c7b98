/** Stands for the file of the platform that is being built, which the bundler puts in its place. */
export { openPlatform } from './open-platform.h5.ts';
