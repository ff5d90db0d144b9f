import type { Bench } from './kit/bench.ts';
import type { Bilingual } from './kit/environment.ts';

/** A value in a row of results. */
export type Cell = string | number | boolean | null | readonly Cell[] | { readonly [key: string]: Cell };

/**
 * One measured line. Only what is the same on every run and every machine may stand in it.
 * A column that is left out was not measured this time: the committed one stays.
 */
export interface Row {
  readonly id: string;
  readonly [column: string]: Cell;
}

/** How much of a lab is run: `short` is a selection of rows that takes seconds once the tools are there. */
export type Form = 'short' | 'full';

/** What a lab is run with. */
export interface LabContext {
  readonly bench: Bench;
  /** A folder for this run, which is removed afterwards. */
  readonly work: string;
  readonly form: Form;
  /** Only these rows. */
  readonly only?: ReadonlySet<string>;
  /** Which states of the module cache the doctor is asked in. */
  readonly caches: { readonly warm: boolean; readonly cold: boolean };
  /** The doctor's argv; null: not built, its columns are left out. */
  readonly doctor: readonly string[] | null;
  readonly progress: (line: string) => void;
}

/** What one run of a lab gave. */
export interface Measured {
  readonly rows: readonly Row[];
  /** What contradicts the lab's own expectation: shown, and the run does not agree. */
  readonly problems: readonly string[];
}

/** A column of a lab's rows as the pages show it. */
export interface TableColumn {
  readonly column: string;
  readonly title: Bilingual;
}

/** How a lab measures a machine on which it does not run. */
export interface Elsewhere {
  /** The name of the program that is carried there. */
  readonly program: string;
  /** Makes it for that machine, as the file `target`. */
  build(bench: Bench, platform: { readonly os: string; readonly arch: string }, target: string): Promise<void>;
  /** The row of what it printed there. Throws a FieldError for anything else. */
  read(text: string): Row;
}

/** What does not belong into the output of a program that was carried elsewhere: the name of the part that is wrong. */
export class FieldError extends Error {}

/** An experiment with real tools. */
export interface Lab {
  readonly id: string;
  readonly title: Bilingual;
  readonly question: Bilingual;
  /** The traps that it makes happen. */
  readonly traps: readonly string[];
  /** Ids of what the article says (`knowledge/article`) that its rows confirm or refute. */
  readonly article?: readonly string[];
  /** The rows that say something about an item, where not all of them do. */
  readonly rowsOf?: Readonly<Record<string, readonly string[]>>;
  /** What a row is about, by its id. */
  readonly rowTitles?: Readonly<Record<string, Bilingual>>;
  /** The rows of the short form; absent: all. */
  readonly short?: readonly string[];
  run(context: LabContext): Promise<Measured>;
  /** It takes minutes and next to no processor time: in a suite it runs beside the others. */
  readonly waits?: true;
  /** The columns that pages of evidence show; absent: those of environments. */
  readonly table?: readonly TableColumn[];
  readonly elsewhere?: Elsewhere;
  /** The rows for people; absent: one line of JSON each. */
  render?(rows: readonly Row[]): string;
}

/** The committed results of a lab: `labs/results/<id>.json`. */
export interface LabResult {
  readonly lab: string;
  /** The day of the measurement, `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly tools: readonly { readonly name: string; readonly version: string }[];
  readonly rows: readonly Row[];
}

/** A lab as the registry knows it. Makes the type of a default export explicit. */
export function defineLab(lab: Lab): Lab {
  return lab;
}

/** True if a row belongs to this run. */
export function isWanted(lab: Pick<Lab, 'short'>, context: Pick<LabContext, 'form' | 'only'>, id: string): boolean {
  if (context.only !== undefined) return context.only.has(id);
  return context.form === 'full' || lab.short === undefined || lab.short.includes(id);
}
