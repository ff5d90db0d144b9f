import { constants } from 'node:os';

/** Those that end a program, and those that only tell it something. */
const ending = ['SIGINT', 'SIGQUIT', 'SIGTERM', 'SIGHUP'] as const;
const telling = ['SIGUSR1', 'SIGUSR2'] as const;

/** Gives signals to `heard` instead of ending by them; returns what puts back how it was. */
export function catchSignals(heard: (signal: NodeJS.Signals, ends: boolean) => void): () => void {
  const undo = [...ending, ...telling].map((signal) => {
    const before = process.listeners(signal);
    const listener = (): void =>
      heard(
        signal,
        ending.some((one) => one === signal),
      );
    process.removeAllListeners(signal);
    process.on(signal, listener);
    return () => {
      process.removeListener(signal, listener);
      // One that was to be heard once stays one: taken off by hand it would be heard again.
      for (const one of before) process.once(signal, one as NodeJS.SignalsListener);
    };
  });
  return () => {
    for (const one of undo) one();
  };
}

/** What a shell calls the end by a signal. */
export function codeOfSignal(signal: NodeJS.Signals): number {
  return 128 + (constants.signals[signal] ?? 0);
}

/** The signal that a shell means with a code; only those by which users stop programs. */
export function stopOfCode(code: number): NodeJS.Signals | undefined {
  return ending.find((signal) => signal !== 'SIGQUIT' && codeOfSignal(signal) === code);
}

/**
 * Ends this program by the signal that ended the command: a shell that runs a loop, and make, then stop as well. Only for those by
 * which users stop programs: by others it would leave a memory dump of its own. Returns where it did not end.
 */
export function endBy(signal: NodeJS.Signals): void {
  if (signal === 'SIGQUIT' || !ending.some((one) => one === signal)) return;
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
}
