import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bench, openBench } from '../../src/lab/kit/bench.ts';
import { type JudgingGo, type RealQuestion, realVerdicts } from '../../src/lab/kit/real-verdicts.ts';
import { chainsNow } from '../../src/lab/labs/go-verdict-chains/chains.ts';
import { compareVerdicts } from '../../src/lab/labs/go-verdict-chains/compare.ts';
import { labFolders } from '../../src/lab/paths.ts';
import { handMade, handMadeOne } from '../support/chains.ts';
import { damaged } from '../support/damage.ts';

const MINUTES = 60_000;

const judges: readonly JudgingGo[] = [
  { version: '1.21.13', goLine: '1.21.0' },
  { version: '1.24.13', goLine: '1.24.0' },
  { version: '1.26.8', goLine: '1.26.0' },
];

let bench: Bench;
let work: string;
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'grpc-doctor-verdicts-'));
  bench = await openBench(labFolders(), (line) => process.stderr.write(`${line}\n`));
});
afterAll(() => rm(work, { recursive: true, force: true }));

/** The leaf with each bundle of intermediates, each set of roots, as a server under each name and as a client. */
function handMadeQuestions(): RealQuestion[] {
  const bundles = [[], ['intermediate'], ['constrained'], ['path-zero', 'below-path-zero'], ['intermediate-expired']];
  const trusted = [['root'], ['root-remade'], ['root-rsa', 'root-foreign']];
  const hosts = ['greeter.acme.example', 'localhost', '127.0.0.1'];
  const questions: RealQuestion[] = [];
  for (const leaf of handMade.keys()) {
    for (const bundle of bundles) {
      for (const roots of trusted) {
        const chain = [leaf, ...bundle].map(handMadeOne);
        const who = { chain, roots: roots.map(handMadeOne), now: chainsNow };
        for (const serverName of hosts) questions.push({ ...who, serverName, usage: 'server' });
        questions.push({ ...who, serverName: '', usage: 'client' });
      }
      const pinned = { chain: [leaf, ...bundle].map(handMadeOne), roots: [handMadeOne(leaf)], now: chainsNow };
      questions.push({ ...pinned, serverName: 'greeter.acme.example', usage: 'server' });
    }
  }
  return questions;
}

/** What no chain is without: a certificate that can be read, or Go's words for why it cannot. */
function damagedQuestions(): RealQuestion[] {
  return damaged([...handMade.values()], 10_000, 20261126).map((der) => ({
    chain: [der],
    roots: [handMadeOne('root')],
    serverName: 'greeter.acme.example',
    usage: 'server',
    now: chainsNow,
  }));
}

describe.each(judges)('Go $version', (judge) => {
  it('says of the certificates made by openssl what is foretold, word for word', {
    timeout: 15 * MINUTES,
  }, async () => {
    const questions = handMadeQuestions();
    const answers = await realVerdicts(bench, join(work, `hand-${judge.version}`), judge, questions);
    const { differences, accepted, sameClass } = compareVerdicts(judge, questions, answers);
    expect(differences).toEqual([]);
    expect(sameClass).toBe(questions.length);
    expect(accepted).toBeGreaterThan(20);
  });

  it('says of ten thousand damaged certificates what is foretold', { timeout: 15 * MINUTES }, async () => {
    const questions = damagedQuestions();
    const answers = await realVerdicts(bench, join(work, `damaged-${judge.version}`), judge, questions);
    const { differences, sameClass } = compareVerdicts(judge, questions, answers);
    expect(differences).toEqual([]);
    expect(sameClass).toBe(questions.length);
    const words = new Set(answers.map(({ text }) => text.replace(/"[^"]*"|\d+/g, '')));
    expect(words.size).toBeGreaterThan(50);
  });
});
