import { UserError } from '../../core/errors.ts';
import type { ReadHost } from '../../core/host.ts';
import { maskTold } from '../../host/mask.ts';
import { type Diagnosis, diagnosisJson, diagnosisText } from '../../report/diagnosis.ts';
import { jsonLine, jsonText } from '../../report/json-text.ts';
import { TextDecoding } from '../../text/decoding.ts';
import { readFailure } from '../../text/failure.ts';
import { NewestFailure, type NewestPart, newestPart } from '../../text/newest.ts';
import { causesOf } from '../causes.ts';
import { inProject } from '../confirmed.ts';
import type { Context } from '../context.ts';
import { absolutePath } from '../patient.ts';
import { writeReports } from '../reports.ts';

/** Names the causes of a text; in a project they are looked for there, too. */
export async function diagnoseCommand(context: Context): Promise<number> {
  if (context.invocation.flag('batch')) return diagnoseLines(context);
  const { text, linesBefore } = await newestPartGiven(context);
  if (text.trim() === '') context.note(context.words.ui('diagnose.empty'));
  const failure = readFailure(maskTold(text));
  const causes = await inProject(context, failure, causesOf(failure), false);
  const diagnosis = (to: Context): Diagnosis => ({ causes, linesBefore, words: to.words });
  await writeReports(context, (to, format) =>
    format === 'json'
      ? jsonText(diagnosisJson({ ...diagnosis(to), words: to.machineWords }))
      : diagnosisText(diagnosis(to), to.page),
  );
  return causes.some(({ claim }) => claim.confidence !== 'possible') ? 1 : 0;
}

/** The end of what was given, from the newest failure on; a short text as a whole. */
async function newestPartGiven(context: Context): Promise<NewestPart> {
  const newest = new NewestFailure();
  const decoding = new TextDecoding();
  for await (const piece of piecesOf(context)) newest.add(decoding.add(piece));
  newest.add(decoding.end());
  return newest.end();
}

/** A file, what is piped in, or the text itself. */
function piecesOf({ invocation, host, cwd, input }: Context): AsyncIterable<Uint8Array> | Iterable<Uint8Array> {
  // A text without quotes comes word by word.
  const word = invocation.words.length === 0 ? '-' : invocation.words.join(' ').trim();
  if (word === '') throw new UserError('error.nothingPiped');
  if (word === '-') {
    const piped = input();
    if (piped) return piped;
    throw new UserError('error.nothingPiped');
  }
  const path = absolutePath(host, word, cwd);
  const state = host.stat(path);
  if (!state && /\s/.test(word)) return [new TextEncoder().encode(word)];
  if (state?.kind !== 'file') throw new UserError(state ? 'file-not-a-file' : 'file-missing', { file: word });
  return filePieces(host, path, word);
}

/** In bytes. */
const pieceLength = 64 * 1024;

function* filePieces(host: ReadHost, path: string, name: string): Generator<Uint8Array> {
  for (let at = 0; ; at += pieceLength) {
    const piece = host.readAt(path, at, pieceLength);
    if (!piece) throw new UserError('file-failed', { file: name });
    if (piece.length === 0) return;
    yield piece;
  }
}

/** One JSON object a line in, one result a line out, in that order. A line that is none is named, and the others are read. */
async function diagnoseLines(context: Context): Promise<number> {
  const { machineWords: words, note, out } = context;
  let broken = false;
  let number = 0;
  for await (const line of linesOf(context)) {
    number += 1;
    if (line?.trim() === '') continue;
    const asked = line === undefined ? undefined : questionOf(line);
    if (asked) {
      const { text, linesBefore } = newestPart(asked.text);
      const causes = causesOf(readFailure(maskTold(text)));
      const told = diagnosisJson({ causes, linesBefore, words });
      out(`${jsonLine({ ...(asked.id !== undefined && { id: asked.id }), ...told })}\n`);
    } else {
      broken = true;
      note(
        line === undefined
          ? context.words.ui('error.batchLineLong', { line: number, mib: longestLineMib })
          : context.words.ui('error.batchLine', { line: number }),
      );
    }
  }
  return broken ? 2 : 0;
}

function questionOf(line: string): { readonly id?: unknown; readonly text: string } | undefined {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value !== 'object' || value === null || !('text' in value) || typeof value.text !== 'string')
      return undefined;
    return { ...('id' in value && { id: value.id }), text: value.text };
  } catch {
    return undefined;
  }
}

const longestLineMib = 16;
/** In characters. */
const longestLine = longestLineMib * 1024 * 1024;

/** Undefined for a line that is too long to be kept. */
async function* linesOf(context: Context): AsyncGenerator<string | undefined> {
  const decoding = new TextDecoding();
  let parts: string[] = [];
  let length = 0;
  const keep = (part: string): void => {
    length += part.length;
    if (length <= longestLine) parts.push(part);
    else parts = [];
  };
  const whole = (): string | undefined => {
    const line = length <= longestLine ? parts.join('') : undefined;
    parts = [];
    length = 0;
    return line;
  };
  for await (const piece of piecesOf(context)) {
    const [first = '', ...others] = decoding.add(piece).split('\n');
    keep(first);
    for (const other of others) {
      yield whole();
      keep(other);
    }
  }
  keep(decoding.end());
  if (length > 0) yield whole();
}
