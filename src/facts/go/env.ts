import { type Ask, defineFact } from '../../core/fact.ts';
import { known, unknown, valueIfKnown } from '../../core/outcome.ts';
import { goVariables } from '../../knowledge/names.ts';
import { parseGoEnv } from '../../read/go/go-env.ts';
import { compareGo } from '../../read/go/go-version.ts';
import { readText } from '../text-file.ts';
import { type GoRun, offline, runGo } from './command.ts';
import { activeManager } from './managers.ts';
import { type GoSettings, goSettings } from './settings.ts';

/** The settings of the go on PATH itself, without a switch to another toolchain. */
export type GoEnv = Readonly<Record<string, string>>;

/** Asked for by name: without names `go env` tries out the C compiler and fills the build cache (measured with Go 1.26.8). */
export const goEnvArguments: readonly string[] = ['env', '-json', 'GOVERSION', ...goVariables];

export const goEnv = defineFact<GoEnv>('go.env', 'machine', async (ask) => {
  const run = await runGo(ask, {
    args: goEnvArguments,
    cwd: await folderThatDecides(ask),
    env: { GOTOOLCHAIN: 'local', GOWORK: 'off' },
  });
  if (run.kind !== 'known') return run;
  if (run.value.code !== 0) return unknown('go-refuses', { text: firstLine(run.value) });
  const env = parseGoEnv(run.value.stdout);
  return env ? known(env) : unknown('command-unparsable', { command: 'go env -json' });
});

/** Version of the go on PATH, such as `1.26.8` or `1.22rc1`. */
export const goVersion = defineFact<string>('go.version', 'machine', async (ask) => {
  const env = await ask.get(goEnv);
  if (env.kind !== 'known') return env;
  const version = env.value.GOVERSION;
  // GOVERSION exists since Go 1.16.
  return version ? known(version.replace(/^go/, '')) : unknown('go-version-unknown');
});

/** The value that the go command uses: the user's setting, else its own default. Empty where it has none. */
export const effectiveSettings = defineFact<ReadonlyMap<string, string>>('go.effective', 'machine', async (ask) => {
  const settings = valueIfKnown(await ask.get(goSettings));
  const env = valueIfKnown(await ask.get(goEnv)) ?? {};
  const effective = new Map(Object.entries(env));
  for (const name of overriddenByUs) effective.delete(name);
  effective.set('GOTOOLCHAIN', defaultToolchain(ask, env));
  for (const [name, { value }] of settings?.set ?? new Map<string, never>()) effective.set(name, value);
  return known(effective);
});

/** What `runGo` sets for its own purposes; the answer of `go env` does not tell the user's value. */
const overriddenByUs = ['GO111MODULE', 'GOWORK', 'GOMOD', 'GOTELEMETRYDIR', 'GOTOOLCHAIN'];

/** The `go.env` file in GOROOT holds the distribution's default; before Go 1.21 there is no switching at all. */
function defaultToolchain(ask: Ask, env: GoEnv): string {
  const root = env.GOROOT;
  const version = env.GOVERSION?.replace(/^go/, '');
  if (!root || !version || compareGo(version, '1.21') < 0) return 'local';
  const text = readText(ask.host, ask.host.path.join(root, 'go.env'));
  const line = text.kind === 'known' ? /^GOTOOLCHAIN=(.*)$/m.exec(text.value) : undefined;
  return line?.[1]?.trim() || 'auto';
}

/** What the go command says to GOFLAGS: absent when none are set, else its complaint or an empty text. */
export const goFlagsComplaint = defineFact<string | undefined>('go.flags-complaint', 'machine', async (ask) => {
  const setting = valueIfKnown(await ask.get(goSettings))?.set.get('GOFLAGS');
  if (!setting) return known(undefined);
  const cwd = neutralFolder(ask);
  // Images that build in `/` have a go.mod there, and -mod=mod would let this call rewrite it.
  const readonly = ask.host.stat(ask.host.path.join(cwd, 'go.mod')) ? ['-mod=readonly'] : [];
  const { GOFLAGS: _theirs, ...noNetwork } = offline;
  const run = await runGo(ask, {
    args: ['list', '-m', ...readonly],
    cwd,
    env: { ...noNetwork, GOTOOLCHAIN: 'local', GOWORK: 'off' },
  });
  if (run.kind !== 'known') return run;
  const line = run.value.stderr.split('\n').find((text) => flagComplaint.test(text));
  return known(run.value.code !== 0 ? line?.trim() : undefined);
});

const flagComplaint = /parsing \$GOFLAGS|\(from \$GOFLAGS\)|not supported \(can be '', 'mod'/;

/** A shim chooses the go by the folder that it is started in; any other go is the same everywhere, and / has no go.mod. */
export async function folderThatDecides(ask: Ask): Promise<string> {
  const manager = valueIfKnown(await ask.get(activeManager));
  return manager?.byShim ? ask.options.dir : neutralFolder(ask);
}

/** A folder in which no module is found. */
function neutralFolder(ask: Ask): string {
  return ask.host.platform.os === 'windows' ? 'C:\\' : '/';
}

function firstLine(run: GoRun): string {
  return (run.stderr || run.stdout).split('\n')[0]?.trim() ?? '';
}

export type { GoSettings };
