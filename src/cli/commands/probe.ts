import { type Severity, severities } from '../../core/claim.ts';
import { examineEndpoint } from '../../core/engine.ts';
import { UserError } from '../../core/errors.ts';
import { FactStore } from '../../core/fact.ts';
import { nearest } from '../../core/nearest.ts';
import { valueIfKnown } from '../../core/outcome.ts';
import type { Subject } from '../../core/subject.ts';
import { counts } from '../../core/suppression.ts';
import type { Trap } from '../../core/trap.ts';
import { jsonLine, jsonText } from '../../report/json-text.ts';
import { probeLine, probeSummary, probeText } from '../../report/probe-human.ts';
import { probeJson } from '../../report/probe-json.ts';
import type { ProbeReport } from '../../report/probe-report.ts';
import { endpointTraps } from '../../traps/endpoint.gen.ts';
import { client } from '../../wire/client.ts';
import { wire } from '../../wire/ladder.ts';
import { prediction } from '../../wire/prediction/prediction.ts';
import { realGoVerdict } from '../../wire/real-verdict.ts';
import { revocation, revocationPlaces } from '../../wire/revocation.ts';
import { steps } from '../../wire/steps.ts';
import { goVerdict } from '../../wire/verdict.ts';
import type { Context } from '../context.ts';
import { inTurn } from '../in-turn.ts';
import { probeOptionsOf } from '../probe-options.ts';
import { probeTargets } from '../probe-targets.ts';
import { outputTargets, pageWidth } from '../reports.ts';

/** For a command that is started beside the connections, in milliseconds. */
const commandMs = 10_000;

/** Tells what is wrong with endpoints, and what a Go client will say. */
export async function probeCommand(context: Context): Promise<number> {
  const { invocation, host, cwd, progress } = context;
  const started = host.now();
  const probe = await probeOptionsOf(context);
  const traps = await chosenTraps(context);
  const atOnce = concurrencyOf(context);
  const targets = await probeTargets(context);
  const store = new FactStore(host, {
    dir: cwd ?? host.path.normalize('/'),
    network: false,
    purpose: 'build',
    timeoutMs: commandMs,
    probe,
  });
  const writer = new Writer(context, targets.length);
  const reports = await inTurn(targets, atOnce, (target) => look(context, store, traps, target), {
    done: (count) => progress?.(count < targets.length ? `${count}/${targets.length}` : ''),
    next: (report) => writer.write(report),
  });
  writer.end(reports, host.now() - started);
  return exitCode(reports, invocation.value('fail-on'));
}

async function look(
  { words, note }: Context,
  store: FactStore,
  traps: readonly Trap[],
  target: string,
): Promise<ProbeReport> {
  const started = store.host.now();
  const subject: Subject = { kind: 'endpoint', id: target };
  const asked = store.options.probe;
  // Who is asked is told before anything is sent there.
  const places = asked?.checkRevocation ? valueIfKnown(await store.get(revocationPlaces, subject)) : undefined;
  for (const { address } of places ?? []) note(words.ui('probe.asksRevocation', { target, address }));
  const examination = await examineEndpoint(traps, store, target);
  return {
    target,
    wire: await store.get(wire, subject),
    steps: valueIfKnown(await store.get(steps, subject)) ?? [],
    client: await store.get(client, subject),
    verdict: await store.get(goVerdict, subject),
    prediction: await store.get(prediction, subject),
    ...(asked?.verifyWithGo && { realGo: await store.get(realGoVerdict, subject) }),
    ...(asked?.checkRevocation && { revocation: await store.get(revocation, subject) }),
    examination,
    durationMs: store.host.now() - started,
    words,
  };
}

/** Prints what is ready, in the order in which the targets were given; files get it at the end. */
class Writer {
  readonly #context: Context;
  readonly #format: string;
  readonly #several: boolean;
  #first = true;

  constructor(context: Context, targets: number) {
    this.#context = context;
    this.#format = context.invocation.value('format') ?? 'human';
    this.#several = targets > 1;
  }

  write(report: ProbeReport): void {
    const { out, progress } = this.#context;
    progress?.('');
    out(this.#told(this.#context, report, this.#format, this.#first));
    this.#first = false;
  }

  end(reports: readonly ProbeReport[], durationMs: number): void {
    const { out, save, page } = this.#context;
    out(this.#sum(this.#context, reports, this.#format, durationMs));
    const plain: Context = { ...this.#context, page: { width: pageWidth, style: page.style.plain() } };
    for (const { format, file } of outputTargets(this.#context.invocation)) {
      const all = reports.map((report, index) => this.#told(plain, report, format, index === 0)).join('');
      const message = save(file, `${all}${this.#sum(plain, reports, format, durationMs)}`);
      if (message) throw new UserError('error.output', { file, message });
    }
  }

  #told({ invocation, page, machineWords }: Context, report: ProbeReport, format: string, first: boolean): string {
    if (format === 'json') {
      const value = probeJson({ ...report, words: machineWords });
      return this.#several ? `${jsonLine(value)}\n` : jsonText(value);
    }
    if (invocation.flag('quiet')) return probeLine(report, page);
    return `${first ? '' : '\n'}${probeText(report, page)}`;
  }

  #sum({ invocation, words, page }: Context, reports: readonly ProbeReport[], format: string, ms: number): string {
    if (!this.#several || format === 'json' || invocation.flag('quiet')) return '';
    return `\n${probeSummary(reports, words, ms, page)}`;
  }
}

const usualConcurrency = 16;
const mostAtOnce = 64;

function concurrencyOf({ invocation }: Context): number {
  const text = invocation.value('concurrency');
  if (text === undefined) return usualConcurrency;
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= 1 && value <= mostAtOnce) return value;
  throw new UserError('error.badValue', { word: text, option: '--concurrency', values: `1 … ${mostAtOnce}` });
}

/** The traps of `--only` and `--skip`, of those that are seen on endpoints. */
async function chosenTraps({ invocation, allTraps }: Context): Promise<readonly Trap[]> {
  const only = invocation.values('only');
  const skip = invocation.values('skip');
  for (const id of [...only, ...skip])
    if (!endpointTraps.some((trap) => trap.id === id)) throw noSuchTrap(id, await allTraps());
  return endpointTraps.filter(({ id }) => (only.length === 0 || only.includes(id)) && !skip.includes(id));
}

function noSuchTrap(id: string, all: readonly Trap[]): UserError {
  if (all.some((trap) => trap.id === id)) return new UserError('error.trapOfCheck', { word: id });
  const names = endpointTraps.map((trap) => trap.id);
  return new UserError('error.unknownTrap', { word: id }, nearest(id, names));
}

function exitCode(reports: readonly ProbeReport[], failOn = 'error'): number {
  if (failOn === 'never') return 0;
  const limit = severities.indexOf(failOn as Severity);
  const all = reports.flatMap(({ examination }) => examination.findings);
  return all.some((one) => counts(one) && severities.indexOf(one.claim.severity) <= limit) ? 1 : 0;
}
