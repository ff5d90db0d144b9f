import type { Claim, FixPlan, Severity } from '../../../core/claim.ts';
import { project } from '../../../core/subject.ts';
import type { Symptom } from '../../../core/symptom.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { type FaultyProto, faultyProtos, type Refusal, shownLines } from '../../../facts/proto/faults.ts';
import { firstProtocWith } from '../../../knowledge/proto-families.ts';
import { bufMayTake } from '../../../knowledge/proto-syntax.ts';
import type { ProtoFault } from '../../../read/proto/proto-source.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** A .proto file that a compiler refuses: for its syntax, or with `--deep` for whatever the user's own compiler says. */
const trap: Trap = defineTrap({
  id: 'proto-syntax-error',
  group: 'proto',
  subject: 'project',
  needs: { files: faultyProtos },
  messages: { en, 'zh-CN': zh },
  judge: ({ facts: { files = [] } }) =>
    files.flatMap((file) => {
      const [fault] = file.faults;
      const [refusal] = file.refusals;
      if (fault && !file.taken) return [syntaxClaim(file, fault, refusal)];
      return refusal ? [refusedClaim(file, refusal)] : [];
    }),
});

function syntaxClaim(file: FaultyProto, fault: ProtoFault, refusal: Refusal | undefined): Claim {
  const { path, faults } = file;
  const data = { file: path, line: fault.line, column: fault.column, found: fault.found, count: faults.length };
  const expected = { ...data, expected: fault.expected ?? '' };
  return {
    ...common(file, fault.line),
    severity: severityOf(file, refusal),
    confidence: refusal ? 'proven' : 'likely',
    title: { key: 'title', data },
    why: { key: `why-${kindOf(fault)}`, data: expected },
    bites: { key: file.compiledBy.length > 0 ? 'bites' : 'bites-nobody', data },
    location: { file: path, line: fault.line, column: fault.column },
    evidence: [...told(file, faults), ...said(file)],
    causes: [{ kind: 'proto-file-refused', about: [path] }],
    fixes: [...(fault.key === 'label-missing' ? [text('fix-syntax', data)] : []), text('fix-line', data)],
  };
}

/** What no trap can tell by itself: the user's own compiler says it. */
function refusedClaim(file: FaultyProto, refusal: Refusal): Claim {
  const { tool, message, line, column } = refusal;
  const data = { file: file.path, tool, message, line: line ?? 1 };
  return {
    ...common(file, line),
    severity: refusedSeverity(refusal),
    confidence: 'proven',
    title: { key: 'title-refused', data },
    why: { key: 'why-refused', data },
    bites: { key: 'bites', data },
    location: { file: file.path, ...(line !== undefined && { line }), ...(column !== undefined && { column }) },
    evidence: said(file),
    causes: [symptomOf(file, refusal)],
    fixes: [text('fix-refused', data)],
    about: refusal.kind,
  };
}

function common({ lines }: FaultyProto, line: number | undefined): Pick<Claim, 'subject' | 'verify' | 'frame'> {
  const shown = line === undefined ? undefined : lines.get(line);
  return {
    subject: project,
    ...(shown !== undefined && shown.trim() !== '' && { frame: { text: shown.trim() } }),
    verify: { argv: ['grpc-doctor', 'check', '--deep'], expect: { key: 'common.check-again' } },
  };
}

/** A file that nobody compiles hurts nobody yet. buf takes a few things that protoc refuses. */
function severityOf({ compiledBy, faults }: FaultyProto, refusal: Refusal | undefined): Severity {
  if (refusal) return 'error';
  const refuses = compiledBy.some(({ via, certain }) => certain && (via === 'protoc' || !faults.every(bufMayTake)));
  if (refuses) return 'error';
  return compiledBy.length > 0 ? 'warning' : 'info';
}

/** It also names what was not found: so a compiler's answer stands behind what the traps about imports say. */
function symptomOf({ path }: FaultyProto, { kind, name }: Refusal): Symptom {
  return { kind: 'proto-file-refused', about: kind === 'not-found' && name !== undefined ? [path, name] : [path] };
}

/** Of a file that protoc itself should bring this machine has none; the project is as it should be. */
function refusedSeverity({ kind, name }: Refusal): Severity {
  return kind === 'not-found' && name !== undefined && firstProtocWith(name) !== undefined ? 'warning' : 'error';
}

type Kind = 'missing' | 'end' | 'text' | 'label' | 'newer' | 'word';

const kinds: Readonly<Record<string, Kind>> = {
  expected: 'missing',
  'end-of-file': 'end',
  character: 'text',
  string: 'text',
  escape: 'text',
  comment: 'text',
  'comment-nested': 'text',
  'label-missing': 'label',
  'label-in-oneof': 'label',
  'label-in-editions': 'label',
  'required-in-proto3': 'label',
  group: 'newer',
  visibility: 'newer',
  'import-option': 'newer',
  'reserved-name': 'newer',
};

/** Everything else is a word or a sign where it may not stand. */
function kindOf({ key }: ProtoFault): Kind {
  return kinds[key] ?? 'word';
}

function told({ path, lines }: FaultyProto, faults: readonly ProtoFault[]): Claim['evidence'] {
  const places = new Set(faults.slice(0, shownLines).map(({ line }) => line));
  return [...places].map((line) => ({ source: path, line, text: lines.get(line)?.trim() ?? '' }));
}

function said({ path, refusals }: FaultyProto): Claim['evidence'] {
  return refusals.slice(0, shownLines).map(({ tool, line, message }) => ({
    source: tool,
    text: line === undefined ? message : `${path}:${line}: ${message}`,
  }));
}

function text(key: string, data: Record<string, string | number>): FixPlan {
  return { kind: 'text', safety: 'manual', title: { key, data } };
}

export default trap;
