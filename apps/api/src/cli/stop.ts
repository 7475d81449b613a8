/** Settles with an exit code: 0 when the process is asked to end, another when it has to. */
export function createStop() {
  let settle = (_exitCode: number) => {};
  const told = new Promise<number>((resolve) => {
    settle = resolve;
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => settle(0));
  return { told, with: (exitCode: number) => settle(exitCode) };
}
