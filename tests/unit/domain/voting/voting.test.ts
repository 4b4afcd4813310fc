import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ballotHash, type ChainedBallot, chainStart } from '@/lib/domain/voting/ballot-chain';
import { type Allocation, checkBallot } from '@/lib/domain/voting/check-ballot';
import { decideBallot } from '@/lib/domain/voting/decide-ballot';
import { countedBallots, recount } from '@/lib/domain/voting/recount';
import { resultCsv } from '@/lib/domain/voting/result-csv';
import { acceptsBallot, isDue, roundPhase } from '@/lib/domain/voting/round-phase';
import { composeRules, type RoundRules } from '@/lib/domain/voting/round-rules';
import { tallyBallots } from '@/lib/domain/voting/tally-ballots';

const items = ['1.1', '1.2', '1.10', '2.1'];
const rules: RoundRules = { method: 'dots', items, budget: 5, cap: 3 };
const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const allocations = fc
  .dictionary(fc.constantFrom(...items), fc.nat({ max: 3 }))
  .filter((ballot) => Object.values(ballot).reduce((sum, dots) => sum + dots, 0) <= rules.budget);

describe('[B2] a ballot', () => {
  it('is kept in template order, without zeros', () => {
    const checked = checkBallot(rules, { '2.1': 1, '1.10': 2, '1.1': 0 });
    expect(checked).toEqual({ ok: true, value: { '1.10': 2, '2.1': 1 } });
    expect(Object.keys(checked.ok ? checked.value : {})).toEqual(['1.10', '2.1']);
    expect(checkBallot(rules, {})).toEqual({ ok: true, value: {} });
    expect(checkBallot(rules, { '1.1': 3, '1.2': 2 }).ok).toBe(true);
  });

  it.each([
    ['unknown-point', { '9.9': 0 }],
    ['unknown-point', { toString: 1 }],
    ['unknown-point', JSON.parse('{"__proto__": 1}') as Record<string, unknown>],
    ['invalid-dots', { '1.1': Number.NaN }],
    ['invalid-dots', { '1.1': -1 }],
    ['invalid-dots', { '1.1': 1.5 }],
    ['invalid-dots', { '1.1': Number.POSITIVE_INFINITY }],
    ['invalid-dots', { '1.1': 2 ** 60 }],
    ['invalid-dots', { '1.1': '1' }],
    ['invalid-dots', { '1.1': null }],
    ['over-cap', { '1.1': 4 }],
    ['over-budget', { '1.1': 3, '1.2': 3 }],
  ])('is refused as %s: %j', (refusal, given) => {
    expect(checkBallot(rules, given)).toEqual({ ok: false, refusal });
  });

  it('is never more than budget and cap, whatever comes in', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...items, 'x'), fc.oneof(fc.integer(), fc.double(), fc.string())),
        (given) => {
          const checked = checkBallot(rules, given);
          if (!checked.ok) return;
          const dots = Object.values(checked.value);
          expect(dots.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(rules.budget);
          expect(Math.max(0, ...dots)).toBeLessThanOrEqual(rules.cap);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});

describe('[V2] the tally', () => {
  it('lists every item, most dots first, then template order, with shared ranks', () => {
    const tally = tallyBallots(rules, [{ '1.2': 2, '2.1': 1 }, { '1.10': 2 }, {}]);
    expect(tally).toEqual({
      voters: 3,
      dots: 5,
      items: [
        { number: '1.2', dots: 2, voters: 1, rank: 1 },
        { number: '1.10', dots: 2, voters: 1, rank: 1 },
        { number: '2.1', dots: 1, voters: 1, rank: 3 },
        { number: '1.1', dots: 0, voters: 0, rank: 4 },
      ],
    });
  });

  it('does not depend on the order of the ballots, and loses no dot', () => {
    fc.assert(
      fc.property(fc.array(allocations, { maxLength: 30 }), fc.infiniteStream(fc.nat()), (ballots, random) => {
        const keyed = ballots.map((ballot) => ({ ballot, key: random.next().value as number }));
        const shuffled = keyed.toSorted((a, b) => a.key - b.key).map(({ ballot }) => ballot);
        const tally = tallyBallots(rules, ballots);
        expect(tallyBallots(rules, shuffled)).toEqual(tally);
        expect(tally.dots).toBe(
          ballots.flatMap((ballot) => Object.values(ballot)).reduce((sum, dots) => sum + dots, 0),
        );
      }),
    );
  });
});

function makeChain(votes: { voterKey: string; allocation: Allocation }[]) {
  const start = chainStart('ronde', rules, hash);
  const ballots: ChainedBallot[] = [];
  for (const [index, vote] of votes.entries()) {
    const link = { ...vote, seq: index + 1, prevHash: ballots.at(-1)?.hash ?? start };
    ballots.push({ ...link, hash: ballotHash(link, hash) });
  }
  return { id: 'ronde', rules, chainStart: start, chainHead: ballots.at(-1)?.hash ?? start, ballots };
}

const votes: { voterKey: string; allocation: Allocation }[] = [
  { voterKey: 'aa', allocation: { '1.1': 3 } },
  { voterKey: 'bb', allocation: { '1.2': 1 } },
  { voterKey: 'aa', allocation: { '2.1': 2 } },
];

describe('[B1] [B8] the chain', () => {
  it('counts the latest ballot per voter key, in whatever order rows come', () => {
    const round = makeChain(votes);
    expect(
      countedBallots(round.ballots.toReversed())
        .map(({ seq }) => seq)
        .toSorted(),
    ).toEqual([2, 3]);
    expect(recount({ ...round, ballots: round.ballots.toReversed() }, hash)).toMatchObject({
      ok: true,
      value: { voters: 2, dots: 3 },
    });
    expect(recount(makeChain([]), hash)).toMatchObject({ ok: true, value: { voters: 0, dots: 0 } });
  });

  it('does not depend on the order of keys in stored JSON', () => {
    const link = { seq: 1, voterKey: 'aa', prevHash: '00' };
    expect(ballotHash({ ...link, allocation: { a: 1, b: 2 } }, hash)).toBe(
      ballotHash({ ...link, allocation: { b: 2, a: 1 } }, hash),
    );
  });

  it('breaks when anything in it is changed', () => {
    const round = makeChain(votes);
    const changed = [
      { ...round, ballots: round.ballots.slice(1) },
      { ...round, ballots: round.ballots.slice(0, -1) },
      {
        ...round,
        ballots: round.ballots.map((ballot) => (ballot.seq === 2 ? { ...ballot, allocation: { '1.2': 2 } } : ballot)),
      },
      { ...round, ballots: round.ballots.map((ballot) => (ballot.seq === 2 ? { ...ballot, voterKey: 'cc' } : ballot)) },
      { ...round, chainHead: round.chainStart },
      { ...round, rules: { ...rules, budget: 6 } },
      { ...round, id: 'andere ronde' },
    ];
    for (const other of changed) expect(recount(other, hash)).toEqual({ ok: false, refusal: 'chain-broken' });
  });

  it('breaks when a ballot is exchanged for another with a hash of its own', () => {
    const round = makeChain(votes);
    const [first, ...rest] = round.ballots;
    const forged = { seq: 1, voterKey: 'aa', allocation: { '1.1': 1 }, prevHash: first?.prevHash ?? '' };
    const ballots = [{ ...forged, hash: ballotHash(forged, hash) }, ...rest];
    expect(recount({ ...round, ballots }, hash)).toEqual({ ok: false, refusal: 'chain-broken' });
  });

  it('[B3] gives no result for a ballot against the rules, however well it is chained', () => {
    expect(recount(makeChain([{ voterKey: 'aa', allocation: { '1.1': 9 } }]), hash)).toEqual({
      ok: false,
      refusal: 'chain-broken',
    });
  });
});

describe('[B4] closing', () => {
  const closesAt = new Date('2026-11-21T12:00:02.000Z');
  const closing = { closesAt, closedAt: null };

  it('counts what is received before the moment, and not at it', () => {
    expect(acceptsBallot(closing, new Date(closesAt.getTime() - 1)).ok).toBe(true);
    expect(acceptsBallot(closing, closesAt)).toEqual({ ok: false, refusal: 'round-closed' });
    expect(acceptsBallot({ closesAt, closedAt: closesAt }, new Date(0))).toEqual({
      ok: false,
      refusal: 'round-closed',
    });
  });

  it('has three phases, and a result is due once', () => {
    expect([
      roundPhase({ closesAt: null, closedAt: null }),
      roundPhase(closing),
      roundPhase({ closesAt, closedAt: closesAt }),
    ]).toEqual(['open', 'closing', 'closed']);
    expect([
      isDue(closing, closesAt),
      isDue(closing, new Date(0)),
      isDue({ closesAt: null, closedAt: null }, closesAt),
      isDue({ closesAt, closedAt: closesAt }, closesAt),
    ]).toEqual([true, false, false, false]);
  });

  it('[B2] a ballot that came before gets its answer again, also after closing; a stranger gets none', () => {
    const ballot = { round: { rules, closesAt, closedAt: closesAt }, allocation: {}, receivedAt: closesAt };
    expect(decideBallot({ ...ballot, voter: 'participant', earlier: { '1.1': 1 } })).toEqual({
      ok: true,
      value: { allocation: { '1.1': 1 }, repeated: true },
    });
    expect(decideBallot({ ...ballot, voter: 'participant', earlier: null })).toEqual({
      ok: false,
      refusal: 'round-closed',
    });
    expect(decideBallot({ ...ballot, voter: 'observer', earlier: null })).toEqual({
      ok: false,
      refusal: 'observer-cannot-vote',
    });
    expect(decideBallot({ ...ballot, voter: null, earlier: { '1.1': 1 } })).toEqual({
      ok: false,
      refusal: 'forbidden',
    });
  });
});

it('[V1] a cap above the budget is refused', () => {
  expect(composeRules(items, { budget: 2, cap: 3 })).toEqual({ ok: false, refusal: 'cap-over-budget' });
  expect(composeRules(items, { budget: 3, cap: 3 }).ok).toBe(true);
});

it('[V4] the CSV quotes what must be and disarms formulas', () => {
  const labels = new Map([
    ['1.1', '=1+1'],
    ['1.2', 'Een "citaat", en meer'],
    ['1.10', '-streep'],
    ['2.1', '\tinspringen'],
  ]);
  expect(resultCsv(tallyBallots(rules, [{ '1.2': 1 }]), labels)).toBe(
    '\uFEFFPlaats,Nummer,Interventiepunt,Stippen,Stemmers\r\n' +
      '1,1.2,"Een ""citaat"", en meer",1,1\r\n2,1.1,\'=1+1,0,0\r\n2,1.10,\'-streep,0,0\r\n2,2.1,\'\tinspringen,0,0\r\n',
  );
});
