/** What may be said on the command line of `npm run bench`. */
import { parseArgs } from 'node:util';
import { SERVERS, type ServerName } from './bench-types';
import { SCENARIOS } from './scenarios';

/** The board in a browser, beside a bare tldraw page; the other scenarios are about the sync server. */
export const FRAMES = 'frames';
/** Search in the imported sources, beside ILIKE. */
export const SEARCH = 'search';
const OTHERS = [FRAMES, SEARCH];

export type BenchOptions = {
  quick: boolean;
  json: boolean;
  rounds: number;
  only: string[];
  servers: ServerName[];
  /** folder for CPU profiles of our own server */
  profile: string | undefined;
};

const USAGE = `npm run bench -- [--quick] [--json] [--only <scenario>[,<scenario>]] [--rounds <n>] [--servers <name>[,<name>]] [--profile <folder>]
scenarios: ${[...SCENARIOS.map((scenario) => scenario.name), ...OTHERS].join(', ')}
servers: ${SERVERS.join(', ')}`;

const list = (text: string | undefined): string[] => (text ?? '').split(',').filter(Boolean);

/** Throws with the usage when something is wrong. */
export function readOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      only: { type: 'string' },
      rounds: { type: 'string' },
      servers: { type: 'string' },
      profile: { type: 'string' },
    },
  });
  const rounds = Number(values.rounds ?? (values.quick ? 1 : 3));
  const only = list(values.only);
  const servers = list(values.servers);
  const known = only.every((name) => OTHERS.includes(name) || SCENARIOS.some((scenario) => scenario.name === name));
  const right =
    known &&
    servers.every((name) => (SERVERS as readonly string[]).includes(name)) &&
    Number.isInteger(rounds) &&
    rounds >= 1 &&
    rounds <= 20;
  if (!right) throw new Error(USAGE);
  return {
    quick: values.quick,
    json: values.json,
    rounds,
    only,
    profile: values.profile,
    servers: servers.length > 0 ? SERVERS.filter((name) => servers.includes(name)) : [...SERVERS],
  };
}
