import { type Ask, defineFact } from '../core/fact.ts';
import type { ReadHost } from '../core/host.ts';
import { absent, known, type Outcome, unknown, valueIfKnown } from '../core/outcome.ts';
import { type GoRun, offline, runGo } from '../facts/go/command.ts';
import { type Client, client } from './client.ts';
import { wire } from './ladder.ts';
import { goVerdict, judgedHandshake } from './verdict.ts';

/** What a real Go said of the chain (`--verify-with-go`). */
export interface RealGoVerdict {
  /** The Go that judged: `1.26.8`. It is the one of the client where that is installed, else the one on PATH. */
  readonly goVersion: string;
  /** It is the Go of the client: only then its words have to be the same. */
  readonly sameGo: boolean;
  readonly verdict: 'accept' | 'refuse';
  /** Its words; empty where it accepts. */
  readonly text: string;
  /** Its verdict and words are those that were foretold; undefined where nothing was. */
  readonly agrees?: boolean;
}

/** The program that judges, and the first compilation of what it imports, take a while. */
const judgeMs = 180_000;

/** The verdict of a real Go on the chain that the endpoint sent; only where the user asked for it. */
export const realGoVerdict = defineFact<RealGoVerdict>('real-go-verdict', 'endpoint', async (ask) => {
  if (!ask.options.probe?.verifyWithGo) return unknown('verify-not-asked');
  const seen = await ask.get(wire);
  if (seen.kind !== 'known') return seen;
  const handshake = judgedHandshake(seen.value);
  if (!handshake) return absent('no-chain-sent');
  if (handshake.chain.length === 0) return unknown('chain-not-kept');
  const judge = await ask.get(client);
  if (judge.kind !== 'known') return judge;
  const { serverName, roots } = judge.value;
  const question = JSON.stringify({
    chain: handshake.chain,
    // Null: the program finds the roots of the system, which our own verdict has to find as well.
    roots: roots?.map((der) => Buffer.from(der).toString('base64')) ?? null,
    serverName,
    now: ask.host.now(),
    usage: 'server',
  });
  const run = await runJudge(ask, judge.value, question);
  if (run.kind !== 'known') return run;
  const said = readAnswer(run.value.stdout);
  if (!said) return unknown('go-refuses', { text: firstLine(run.value.stderr) });
  const foretold = valueIfKnown(await ask.get(goVerdict));
  return known({
    goVersion: said.go,
    sameGo: said.go === judge.value.goVersion,
    verdict: said.text === '' ? 'accept' : 'refuse',
    text: said.text,
    ...(foretold && { agrees: foretold.text === said.text }),
  });
});

/** The program of `labs/verify-with-go`, run by the Go of the client, or else by the one on PATH. Nothing is downloaded. */
async function runJudge(ask: Ask, judge: Client, question: string): Promise<Outcome<GoRun>> {
  const program = ask.host.ownFile('labs/verify-with-go/main.go');
  if (!program) return unknown('file-missing', { file: 'labs/verify-with-go/main.go' });
  const call = (toolchain: string) =>
    runGo(ask, {
      args: ['run', '-C', '{scratch}', '.', 'questions'],
      cwd: ask.options.dir,
      env: {
        ...offline,
        GOFLAGS: '',
        GOWORK: 'off',
        GOTOOLCHAIN: toolchain,
        GOCACHE: buildCache(ask.host),
        CGO_ENABLED: '0',
        GODEBUG: settingsText(judge.godebug),
      },
      scratch: {
        'main.go': new TextDecoder().decode(program),
        'go.mod': `module example.com/verify\n\ngo ${judge.goLine}\n`,
        questions: `${question}\n`,
      },
      timeoutMs: judgeMs,
    });
  const own = await call(`go${judge.goVersion}`);
  const missing = own.kind === 'known' && own.value.code !== 0 && readAnswer(own.value.stdout) === undefined;
  return missing ? call('local') : own;
}

function settingsText(settings: Readonly<Record<string, string>>): string {
  return Object.entries(settings)
    .map(([name, value]) => `${name}=${value}`)
    .join(',');
}

/** A folder of ours among the caches of the user: what Go compiles does not go to its own. */
function buildCache(host: ReadHost): string {
  const home = host.env('HOME');
  const caches = host.env('XDG_CACHE_HOME') || host.env('LocalAppData') || (home && host.path.join(home, '.cache'));
  return caches ? host.path.join(caches, 'grpc-doctor', 'verify-with-go') : host.path.join('{scratch}', 'cache');
}

interface Said {
  readonly text: string;
  readonly go: string;
}

function readAnswer(stdout: string): Said | undefined {
  try {
    const { text, go } = JSON.parse(firstLine(stdout)) as Partial<Said>;
    return typeof text === 'string' && typeof go === 'string' ? { text, go: go.replace(/^go/, '') } : undefined;
  } catch {
    // It did not come to a verdict.
    return undefined;
  }
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? '';
}
