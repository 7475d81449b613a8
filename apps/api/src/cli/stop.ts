/**
 * Settles with an exit code: 0 when the process is asked to end, another when it has to. A key press asks a whole
 * family of processes, and parents pass it on, so being asked again says nothing new.
 */
export function createStop() {
  let settle = (_exitCode: number) => {};
  const told = new Promise<number>((resolve) => {
    settle = resolve;
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => settle(0));
  return { told, with: (exitCode: number) => settle(exitCode) };
}
