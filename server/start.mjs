/**
 * `npm start`. Runs before node_modules exist and on any Node: this file only checks the version,
 * so that an old Node gives a sentence instead of a syntax error in the files behind it.
 */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`Knooppunt heeft Node 20.19 of nieuwer nodig; u heeft ${process.versions.node}.\n`);
  process.exit(1);
}

const { run } = await import('./start/run.mjs');
await run(process.argv.slice(2));
