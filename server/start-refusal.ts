/** A sentence for whoever starts it, and exit code 1. server/start knows it by this name: it runs before TypeScript can. */
export class StartRefusal extends Error {
  override readonly name = 'StartRefusal';
}
