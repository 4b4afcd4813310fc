/**
 * What every measured server says to the bench that forked it: {ready: port} once it listens; it collects garbage on
 * request (so that memory figures compare what is held, not what is waiting to be freed) and stops on SIGTERM.
 */
export function tellParent(port, stop = () => undefined) {
  process.on('message', (message) => {
    if (message !== 'collect-garbage') return;
    globalThis.gc?.();
    process.send?.('garbage-collected');
  });
  process.on('disconnect', () => process.exit(0));
  process.on('SIGTERM', () => {
    stop();
    process.exit(0);
  });
  process.send?.({ ready: port });
}
