/** Everything the bench starts is ended again, last one first, whatever ends the bench. */
type End = () => unknown;

const ends = new Set<End>();
let leaving: Promise<void> | undefined;

/** Registers an end; the answer takes it back (what has ended by itself). */
export function onLeave(end: End): () => void {
  ends.add(end);
  return () => ends.delete(end);
}

/** True from the moment the end has begun: what fails now fails because of it. */
export function isLeaving(): boolean {
  return leaving !== undefined;
}

/** Ends all; twice is once. */
export function leave(): Promise<void> {
  leaving ??= (async () => {
    for (const end of [...ends].reverse()) {
      try {
        await end();
      } catch (error) {
        process.stderr.write(`${String(error)}\n`);
      }
    }
  })();
  return leaving;
}

/** Ctrl-C, SIGTERM and a closed terminal end the same way. */
export function leaveOnSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      void leave().then(() => process.exit(130));
    });
  }
}
