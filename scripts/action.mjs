// What action.yml runs: builds the program from the checkout of the action, checks a folder, and tells GitHub what was found.
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const oldest = [20, 20];
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < oldest[0] || (major === oldest[0] && minor < oldest[1])) {
  const asked = `${oldest.join('.')} or later (this is ${process.versions.node})`;
  console.log(`::error title=grpc-doctor::grpc-doctor needs Node.js ${asked}: run actions/setup-node before this step`);
  process.exit(2);
}

const { prepare, root } = await import('./prepare.mjs');
const input = (name) => process.env[`DOCTOR_${name}`] ?? '';
const option = (name, value) => (value === '' ? [] : [`--${name}=${value}`]);

prepare();
const scratch = mkdtempSync(join(process.env.RUNNER_TEMP ?? tmpdir(), 'grpc-doctor-'));
try {
  process.exitCode = check();
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function check() {
  const annotations = join(scratch, 'annotations');
  const args = [
    'check',
    ...option('fail-on', input('FAIL_ON')),
    ...option('only', input('ONLY')),
    ...option('skip', input('SKIP')),
    ...option('for', input('FOR')),
    ...option('config', input('CONFIG')),
    ...option('baseline', input('BASELINE')),
    ...option('lang', input('LANG')),
    `--output=github=${annotations}`,
    ...(input('SARIF') === '' ? [] : [`--output=sarif=${input('SARIF')}`]),
    '--no-color',
    '--',
    input('PATH') || '.',
  ];
  const run = spawnSync(process.execPath, [join(root, 'dist', 'grpc-doctor.cjs'), ...args], { encoding: 'utf8' });
  const code = run.status ?? 2;
  // Names of a stranger's files are in it, and a line of the log may be a command to the runner.
  const token = randomUUID();
  console.log(`::stop-commands::${token}\n${run.stdout}${run.stderr}\n::${token}::`);
  if (existsSync(annotations)) process.stdout.write(readFileSync(annotations, 'utf8'));
  if (code === 2) console.log('::error title=grpc-doctor::grpc-doctor could not check; the log tells why');
  report('GITHUB_STEP_SUMMARY', `\n### grpc-doctor\n\n${fenced(run.stdout || run.stderr)}\n`);
  report('GITHUB_OUTPUT', `exit-code=${code}\n`);
  if (input('SARIF') !== '' && existsSync(input('SARIF'))) report('GITHUB_OUTPUT', multiline('sarif', input('SARIF')));
  return code;
}

/** As long a fence as it takes to hold the text. */
function fenced(text) {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([mark]) => mark.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${text.trimEnd()}\n${fence}`;
}

function multiline(name, value) {
  const end = randomUUID();
  return `${name}<<${end}\n${value}\n${end}\n`;
}

function report(variable, text) {
  const file = process.env[variable];
  if (file) appendFileSync(file, text);
}
