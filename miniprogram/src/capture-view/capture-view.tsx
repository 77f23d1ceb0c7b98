/** Stands for the file of the platform that is being built, which the bundler puts in its place. */
export { CaptureView } from './capture-view.h5.tsx';
