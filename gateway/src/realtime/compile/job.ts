/** States in which a job is over: nothing more is told of it. */
const OVER = new Set<unknown>(['SUCCEEDED', 'FAILED', 'CANCELLED']);

/** Asks how far a job has come, under a name of our own. */
export const progressText = (name: string) => `${name}: progress { state }`;

/** Whether what was answered to that says that the job is over. */
export const isOver = (progress: unknown) =>
  typeof progress === 'object' && progress !== null && 'state' in progress && OVER.has(progress.state);
