import { type Copy, DockerfileParser, type From, type Instruction, PropertyInstruction, Run } from 'dockerfile-ast';
import type { ShellLine } from '../shell/shell-words.ts';
import { fillVariables } from '../shell/variables.ts';
import { LineIndex, type Place } from '../source-text.ts';
import { type RunContext, readRun, readWords, type Span } from './dockerfile-run.ts';
import { type ImageReference, readImageReference } from './image-reference.ts';

/** An image as a FROM names it. */
export interface BaseImage extends ImageReference {
  /** As it stands in the file. */
  written: string;
  /** With the variables replaced that have a default. */
  text: string;
  /** Variables without a default: only who builds the image knows. */
  unresolved: string[];
}

/** COPY and ADD. */
export interface CopyStep extends Place {
  kind: 'copy';
  sources: string[];
  /** Absolute in the image. */
  target: string;
  /** The stage or image of `--from`. */
  from?: string;
}

/** RUN. */
export interface RunStep extends Place {
  kind: 'run';
  /** Their `folder` is absolute in the image, their `toolchain` what ENV and ARG set. */
  lines: ShellLine[];
  /** The working folder. */
  folder: string;
  /** Folders and files of the build context that are there while it runs: `--mount=type=bind`. */
  mounts: CopyStep[];
}

export type StageStep = CopyStep | RunStep;

/** One FROM and what follows it. */
export interface DockerStage extends Place {
  /** From 0. */
  index: number;
  name?: string;
  image: BaseImage;
  /** Index of the earlier stage that it goes on from. */
  parent?: number;
  platform?: string;
  /** Values at its end: of ENV, and of ARG where ENV has none. */
  values: ReadonlyMap<string, string>;
  /** What ENV sets for the programs that run in it. */
  environment: ReadonlyMap<string, string>;
  /** The last USER, without its group. */
  user?: { text: string; line: number };
  /** Folders that VOLUME and WORKDIR make, absolute. */
  folders: readonly string[];
  /** What a container starts: ENTRYPOINT with CMD. */
  start: { entrypoint?: string[]; command?: string[] };
  steps: StageStep[];
}

/** What cannot be read, or not be known. */
export interface DockerProblem extends Place {
  kind: 'unknown-instruction' | 'from-without-image' | 'before-from' | 'too-large' | 'unreadable';
  /** The word that is meant. */
  text: string;
}

/** A Dockerfile, as far as reading without building goes. */
export interface Dockerfile {
  stages: DockerStage[];
  problems: DockerProblem[];
}

/** What an image sets: asked for with the reference of a FROM. */
export type EnvironmentOf = (image: ImageReference) => Iterable<[string, string]>;

const KNOWN = new Set(
  'ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER ONBUILD RUN SHELL STOPSIGNAL USER VOLUME WORKDIR'.split(
    ' ',
  ),
);
/** The library takes time that grows with the square of such a file; people write none. */
const MAX_LENGTH = 1 << 16;
const MAX_CONTINUATIONS = 4000;

interface OpenStage extends DockerStage {
  values: Map<string, string>;
  environment: Map<string, string>;
  fixed: Set<string>;
  folder: string;
}

class Reader {
  readonly result: Dockerfile = { stages: [], problems: [] };
  private readonly text: string;
  private readonly lines: LineIndex;
  private readonly starts: number[];
  private readonly environmentOf: EnvironmentOf;
  private readonly globals = new Map<string, string>();
  private stage: OpenStage | undefined;
  private escape = '\\';

  constructor(text: string, environmentOf: EnvironmentOf) {
    // A byte order mark is no part of the first word, and a lone CR would count as a line end for the library only.
    this.text = text.replace(/^\uFEFF/, '').replace(/\r(?!\n)/g, ' ');
    this.lines = new LineIndex(this.text);
    this.starts = [0];
    for (let at = this.text.indexOf('\n'); at >= 0; at = this.text.indexOf('\n', at + 1)) this.starts.push(at + 1);
    this.environmentOf = environmentOf;
  }

  run(): Dockerfile {
    if (this.text.length > MAX_LENGTH || (this.text.match(/[\\`][ \t]*\r?\n/g)?.length ?? 0) > MAX_CONTINUATIONS)
      return this.problem('too-large', { line: 1, column: 1 }, '');
    try {
      const file = DockerfileParser.parse(this.text);
      this.escape = file.getEscapeCharacter();
      for (const instruction of file.getInstructions()) this.instruction(instruction);
    } catch (error) {
      this.problem('unreadable', { line: 1, column: 1 }, error instanceof Error ? error.message : String(error));
    }
    return this.result;
  }

  private problem(kind: DockerProblem['kind'], place: Place, text: string): Dockerfile {
    this.result.problems.push({ kind, line: place.line, column: place.column, text });
    return this.result;
  }

  private instruction(instruction: Instruction): void {
    const { start } = instruction.getRange();
    const place = { line: start.line + 1, column: start.character + 1 };
    const keyword = instruction.getKeyword();
    if (keyword === 'FROM') this.from(instruction as From, place);
    else if (!KNOWN.has(keyword)) this.problem('unknown-instruction', place, instruction.getInstruction());
    else if (keyword === 'ARG' && !this.stage) this.globalArgument(instruction);
    else if (this.stage) this.inStage(keyword, instruction, this.stage, place);
    else this.problem('before-from', place, keyword);
  }

  private globalArgument(instruction: Instruction): void {
    for (const [name, value] of properties(instruction))
      if (value !== undefined) this.globals.set(name, this.fill(value, this.globals));
  }

  private fill(text: string, values: ReadonlyMap<string, string>): string {
    return fillVariables(text, (name) => values.get(name)).text;
  }

  private from(instruction: From, place: Place): void {
    const written = instruction.getImage();
    if (!written) {
      this.stage = undefined;
      this.problem('from-without-image', place, 'FROM');
      return;
    }
    const { text, unresolved } = fillVariables(written.replace(/^["']|["']$/g, ''), (name) => this.globals.get(name));
    const image = { ...readImageReference(text), written, text, unresolved };
    const parent = this.result.stages.findLast(({ name }) => name?.toLowerCase() === text.toLowerCase());
    const platform = instruction.getPlatformFlag()?.getValue();
    const name = instruction.getBuildStage();
    const before = parent as OpenStage | undefined;
    this.stage = {
      ...place,
      index: this.result.stages.length,
      ...(name ? { name } : {}),
      image,
      ...(parent ? { parent: parent.index } : {}),
      ...(platform ? { platform } : {}),
      values: new Map(before?.values ?? this.environmentOf(image)),
      fixed: new Set(before?.fixed ?? new Map(this.environmentOf(image)).keys()),
      environment: new Map(before?.environment),
      ...(before?.user && { user: before.user }),
      folders: before?.folders ?? [],
      start: { ...before?.start },
      folder: before?.folder ?? '/',
      steps: [],
    };
    this.result.stages.push(this.stage);
  }

  private inStage(keyword: string, instruction: Instruction, stage: OpenStage, place: Place): void {
    if (keyword === 'ENV' || keyword === 'ARG') this.assign(keyword, instruction, stage);
    else if (keyword === 'WORKDIR') this.changeFolder(instruction, stage);
    else if (keyword === 'COPY' || keyword === 'ADD') this.copy(instruction as Copy, stage, place);
    else if (keyword === 'USER') this.user(instruction, stage, place);
    else if (keyword === 'VOLUME' || keyword === 'ENTRYPOINT' || keyword === 'CMD')
      this.words(keyword, instruction, stage);
    else if (keyword === 'RUN') {
      const span = this.span(instruction);
      const lines = span ? readRun(span, this.context(stage)) : [];
      stage.steps.push({
        kind: 'run',
        ...place,
        lines,
        folder: stage.folder,
        mounts: this.mounts(instruction, stage, place),
      });
    }
  }

  /** ENV wins over ARG; an ARG without a default has that of the global one. */
  private assign(keyword: string, instruction: Instruction, stage: OpenStage): void {
    for (const [name, written] of properties(instruction)) {
      const value = written === undefined ? this.globals.get(name) : this.fill(written, stage.values);
      if (keyword === 'ENV') {
        stage.fixed.add(name);
        stage.environment.set(name, value ?? '');
      } else if (stage.fixed.has(name)) continue;
      if (value === undefined) stage.values.delete(name);
      else stage.values.set(name, value);
    }
  }

  private changeFolder(instruction: Instruction, stage: OpenStage): void {
    const written =
      instruction
        .getArgumentsContent()
        ?.trim()
        .replace(/^["']|["']$/g, '') ?? '';
    if (written === '') return;
    stage.folder = joinImagePath(stage.folder, this.fill(written, stage.values));
    stage.folders = [...stage.folders, stage.folder];
  }

  private user(instruction: Instruction, stage: OpenStage, { line }: Place): void {
    const written = this.fill(instruction.getArgumentsContent()?.trim() ?? '', stage.values);
    const text = written.replace(/^["']|["']$/g, '').replace(/:.*$/s, '');
    if (text !== '') stage.user = { text, line };
  }

  private words(keyword: string, instruction: Instruction, stage: OpenStage): void {
    const span = this.span(instruction);
    const words = span ? readWords(span, this.context(stage)) : [];
    if (keyword === 'VOLUME') stage.folders = [...stage.folders, ...words.map((word) => joinImagePath('/', word))];
    else if (keyword === 'CMD') stage.start = { ...stage.start, command: words };
    // A new ENTRYPOINT takes away the CMD that the image brought.
    else stage.start = { entrypoint: words };
  }

  private copy(instruction: Copy, stage: OpenStage, place: Place): void {
    const span = this.span(instruction);
    if (!span) return;
    const inline = /^<<-?\s*["']?\w/.test(this.text.slice(span.from, span.to));
    const words = readWords(span, this.context(stage));
    const target = words.at(-1);
    if (inline || target === undefined || words.length < 2) return;
    const from = instruction.getFlags().find((flag) => flag.getName() === 'from');
    stage.steps.push({
      kind: 'copy',
      ...place,
      sources: words.slice(0, -1),
      target: joinImagePath(stage.folder, target) + (/[\\/]$|^\.?$/.test(target) ? '/' : ''),
      ...(from ? { from: this.fill(from.getValue() ?? '', stage.values) } : {}),
    });
  }

  private mounts(instruction: Instruction, stage: OpenStage, place: Place): CopyStep[] {
    if (!(instruction instanceof Run)) return [];
    return instruction.getFlags().flatMap((flag): CopyStep[] => {
      const option = (...names: string[]): string | undefined =>
        names.map((name) => flag.getOption(name)?.getValue() ?? undefined).find((value) => value !== undefined);
      const target = option('target', 'dst', 'destination');
      if (flag.getName() !== 'mount' || (option('type') ?? 'bind') !== 'bind' || target === undefined) return [];
      const from = option('from');
      const source = option('source', 'src') ?? '.';
      const absolute = joinImagePath(stage.folder, this.fill(target, stage.values));
      return [{ kind: 'copy', ...place, sources: [source], target: absolute, ...(from ? { from } : {}) }];
    });
  }

  private context(stage: OpenStage): RunContext {
    return { variables: stage.values, folder: stage.folder };
  }

  private span(instruction: Instruction): Span | undefined {
    const range = instruction.getArgumentsRange();
    if (!range) return undefined;
    const offset = (at: { line: number; character: number }): number => (this.starts[at.line] ?? 0) + at.character;
    const to = offset(instruction.getRange().end);
    return { file: this.text, lines: this.lines, from: offset(range.start), to, escapeCharacter: this.escape };
  }
}

function properties(instruction: Instruction): [string, string | undefined][] {
  if (!(instruction instanceof PropertyInstruction)) return [];
  return instruction.getProperties().map((property) => [property.getName(), property.getValue() ?? undefined]);
}

/** A path of an image, from the folder that it is relative to; `..` is followed. */
export function joinImagePath(folder: string, path: string): string {
  const parts = /^(?:[/$]|[A-Za-z]:)/.test(path) ? path.split('/') : [...folder.split('/'), ...path.split('/')];
  const kept: string[] = [];
  for (const part of parts) {
    if (part === '..') kept.pop();
    else if (part !== '' && part !== '.') kept.push(part);
  }
  return `/${kept.join('/')}`;
}

/**
 * Reads a Dockerfile without building it: its stages with the image each starts from, what is copied where, and the commands
 * of RUN with their place, folder and variables. What it cannot read is a problem with its place; the rest is read. Never throws.
 *
 * @param environmentOf what is known of the variables that an image sets.
 */
export function readDockerfile(text: string, environmentOf: EnvironmentOf = () => []): Dockerfile {
  return new Reader(text, environmentOf).run();
}
