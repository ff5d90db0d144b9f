import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { checksumDatabase } from '../../src/knowledge/names.ts';

/** What a real tool printed in a lab while it failed, and the trap that the row names as the cause. */
export interface LabOutput {
  readonly lab: string;
  readonly row: string;
  /** Where it stands in the row: `build`, `clients.says`. */
  readonly from: string;
  readonly text: string;
  readonly cause: string;
}

/** One of the outputs that another answer is right for, or none: `ambiguities/GROUP.yaml`. */
export interface Ambiguity {
  /** Regular expressions for the whole id of a lab and of a row, and for the place in it; all, where one is left out. */
  readonly lab: string;
  readonly rows?: string;
  readonly from?: string;
  /** For the text, where rows differ by their versions only. */
  readonly text?: string;
  /** The trap that is told first, with what to ask. Left out: the text names nothing, and nothing is told. */
  readonly first?: string;
  /**
   * The decision that has the cause among its hypotheses; `traps`, where a trap itself says that it is possible, and what to ask.
   * Left out: the text leads to `first` alone.
   */
  readonly open?: string;
  /** Why the text alone cannot tell, or what it tells instead. */
  readonly why: string;
}

/** The cause of rows that do not name it themselves: `causes.yaml`. */
interface NamedCause extends Omit<Ambiguity, 'first' | 'open' | 'why'> {
  /** Left out: the output belongs to no trap. */
  readonly cause?: string;
}

interface Row {
  readonly id: string;
  readonly [column: string]: unknown;
}

const results = join(import.meta.dirname, '../../labs/results');
const data = join(import.meta.dirname, '../text/lab-outputs');

/** All of them, in the order of the labs; `traps`: the ids that a row may name. */
export function labOutputs(traps: ReadonlySet<string>): LabOutput[] {
  const causes = parse(readFileSync(join(data, 'causes.yaml'), 'utf8')) as NamedCause[];
  return readdirSync(results)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .flatMap((file) => {
      const { lab, rows } = JSON.parse(readFileSync(join(results, file), 'utf8')) as { lab: string; rows: Row[] };
      return rows.flatMap((row) =>
        printed(row).flatMap(({ from, text }) => {
          const output = { lab, row: row.id, from, text };
          const named = causes.find((one) => concerns(one, output));
          const cause = named ? named.cause : namedBy(row, lab, traps);
          return cause === undefined ? [] : [{ ...output, cause }];
        }),
      );
    });
}

export function ambiguities(): Ambiguity[] {
  const folder = join(data, 'ambiguities');
  return readdirSync(folder)
    .sort()
    .flatMap((file) => (parse(readFileSync(join(folder, file), 'utf8')) as Ambiguity[] | null) ?? []);
}

export function concerns(
  { lab, rows = '.*', from = '.*', text = '' }: Omit<Ambiguity, 'why'>,
  output: Omit<LabOutput, 'cause'>,
): boolean {
  const whole = (pattern: string) => new RegExp(`^(?:${pattern})$`, 'u');
  return (
    whole(lab).test(output.lab) &&
    whole(rows).test(output.row) &&
    whole(from).test(output.from) &&
    new RegExp(text, 'u').test(output.text)
  );
}

/** The trap that a row names: by its own column, by what was expected of the report, or because the lab's own trap is in force. */
function namedBy({ trap, truth, expect, probe, doctor }: Row, lab: string, traps: ReadonlySet<string>) {
  const named = [trap, expect, findingsOf(probe), findingsOf(doctor)]
    .flat()
    .flatMap((value) => (typeof value === 'string' ? value.split(/[\s:]+/) : []))
    .find((word) => traps.has(word));
  if (named) return named;
  const ownIsInForce = truth === 'broken' || doctor === 'error' || doctor === 'warning';
  return ownIsInForce && traps.has(lab) ? lab : undefined;
}

/** `all` of the labs that judge each side of a connection apart is what both told together. */
function findingsOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const { findings, all } = value as { findings?: unknown; all?: unknown };
  return findings ?? all;
}

/** Columns that are no outputs: how the doctor judged, what was expected, what came after a fix. */
const judgements = /^(?:probe|afterFix|fixed|unset|ours|doctor.*|.*After)$/;

/** Columns with words of a tool; an output with an exit code may stand in any other, too. */
const words =
  /^(?:newest|older|clients?|direct|server|logs?|says|outcome|alone|comma|bar|lacksIt|down|with(?:out)?GoSum|compilers|marshal|(?:un)?guarded-\w+|empty root.*|grpc-[\d.]+|v[\d.]+|go1\.\d+)$/;

/** Texts of a row that tell of a failure, each once. */
function printed(row: Row): { from: string; text: string }[] {
  const all = Object.entries(row)
    .filter(([column]) => !judgements.test(column))
    .flatMap(([column, value]) => textsIn(column, value));
  const told = joined(all)
    .map(({ from, text }) => ({ from, text: filled(text.replace(/^(?:refuses|exit \d+): /, '')) }))
    .filter(({ text }) => !isFine(text));
  return told.filter(({ text }, place) => told.findIndex((other) => other.text === text) === place);
}

function textsIn(from: string, value: unknown): { from: string; text: string }[] {
  if (typeof value === 'object' && value !== null && 'rc' in value && 'lines' in value)
    return value.rc === 0 ? [] : [{ from, text: (value.lines as string[]).join('\n') }];
  return words.test(from) ? wordsIn(from, value) : [];
}

function wordsIn(from: string, value: unknown): { from: string; text: string }[] {
  if (typeof value === 'string') return [{ from, text: value }];
  if (Array.isArray(value)) {
    // The lines of one output; or, in a client's column, the answers that it may get.
    if (from === 'says' || from === 'logs') return [{ from, text: value.join('\n') }];
    return value.flatMap((one) => wordsIn(from, one));
  }
  return Object.entries(value ?? {})
    .filter(([column]) => column !== 'by' && column !== 'as')
    .flatMap(([column, one]) => wordsIn(`${from}.${column}`, one));
}

/** What does not work after a compiler of .proto files failed stands below its output, as in a terminal. */
function joined(texts: readonly { from: string; text: string }[]): { from: string; text: string }[] {
  const generation = texts.find(({ from }) => from === 'protoc');
  if (!generation) return [...texts];
  return texts.map((one) => (one.from === 'build' ? { ...one, text: `${generation.text}\n${one.text}` } : one));
}

/** What labs write for success, and for an answer that took no words. */
function isFine(text: string): boolean {
  return /^(?:ok|OK|answered|accepts|sees no circle|waits for ever|)$/.test(text.trim());
}

/** Committed results have placeholders for what differs between machines; a reader of a text meets the thing itself. */
function filled(text: string): string {
  const lookedUp = /lookup (\S+?)(?: on \S+)?: /.exec(text)?.[1];
  const proxy = lookedUp === undefined ? {} : { '<proxy>': `https://${lookedUp}` };
  return Object.entries({ ...real, ...proxy }).reduce(
    (filling, [placeholder, thing]) => filling.replaceAll(placeholder, thing),
    text,
  );
}

const real: Readonly<Record<string, string>> = {
  '<port>': '50051',
  ' *->': ' 127.0.0.1:41234->',
  '<os>/<arch>': 'linux/amd64',
  '<src>': '/home/user/src',
  '<root>': '/home/user/work',
  '<git>': 'https://git.example.com',
  '<home>': '/home/user',
  '<modcache>': '/home/user/go/pkg/mod',
  '<goroot>': '/usr/local/go',
  '<folder>': '/home/user/app',
  '<lib>': '/lib/x86_64-linux-gnu',
  '<temporary>': '/tmp/run-1',
  '<tmp>': '/tmp',
  '<version>': '1.26.8',
  '<time>': '2026-01-02T03:04:05Z',
  '<now>': '2026-01-02T03:04:05Z',
  '<begin>': '2026-01-01T00:00:00Z',
  '<end>': '2026-01-01T00:00:00Z',
  '<checksum-db>': checksumDatabase,
  '<good proxy>': 'https://goproxy.example.org',
  '<proxy>': 'https://goproxy.example.com',
  '<mirror>': 'https://goproxy.example.com',
  '/….info': '/example.com/mod/@v/v1.2.3.info',
  '<module>': 'example.com/mod@v1.2.3',
  '<file>': 'api/user.proto',
  '{file}': 'api/user.proto',
};
