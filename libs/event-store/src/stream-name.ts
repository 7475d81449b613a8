// EventStoreDB repeats names in ASCII headers and keeps names with a leading dollar sign for itself.
const streamNamePattern = /^(?!\$)[!-~]{1,200}$/;

/** Whether every store can hold a stream of this name. */
export function isStreamName(name: string): boolean {
  return streamNamePattern.test(name);
}
