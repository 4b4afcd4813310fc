/**
 * [B8] Each ballot's hash covers the hash before it, so no ballot can be changed, dropped or slipped in afterwards
 * without the head of the chain changing; the start of the chain covers the rules. Hashes are lower-case hex.
 */
import type { Allocation } from './check-ballot';
import type { RoundRules } from './round-rules';

/** SHA-256 of a text, hex; passed in because the domain knows no node:crypto. */
export type Hash = (text: string) => string;

export type ChainedBallot = { seq: number; voterKey: string; allocation: Allocation; prevHash: string; hash: string };

/** JSON with sorted keys: PostgreSQL and JavaScript keep different orders. */
function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`).join(',')}}`;
}

export function chainStart(roundId: string, rules: RoundRules, hash: Hash): string {
  return hash(canonicalJson({ roundId, rules }));
}

export function ballotHash(ballot: Omit<ChainedBallot, 'hash'>, hash: Hash): string {
  const { seq, voterKey, allocation, prevHash } = ballot;
  return hash(canonicalJson({ seq, voterKey, allocation, prevHash }));
}

/** Whether the ballots, by seq 1, 2, …, form one unbroken chain from `start` to `head`. */
export function isUnbroken(
  chain: { start: string; head: string; ballots: readonly ChainedBallot[] },
  hash: Hash,
): boolean {
  let head = chain.start;
  for (const [index, ballot] of chain.ballots.entries()) {
    if (ballot.seq !== index + 1 || ballot.prevHash !== head || ballot.hash !== ballotHash(ballot, hash)) return false;
    head = ballot.hash;
  }
  return head === chain.head;
}
