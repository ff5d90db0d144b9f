import type { Text } from './outcome.ts';
import type { Subject } from './subject.ts';
import type { Symptom } from './symptom.ts';

/** error: it fails now, or will for sure. warning: it fails under a named condition. */
export type Severity = 'error' | 'warning' | 'info';
export type Confidence = 'proven' | 'likely' | 'possible';

/** Worst first. */
export const severities: readonly Severity[] = ['error', 'warning', 'info'];
/** Surest first. */
export const confidences: readonly Confidence[] = ['proven', 'likely', 'possible'];

/** Where the user should look. Files are relative to the project with `/`, lines and columns count from 1. */
export interface Location {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly env?: string;
  readonly binary?: string;
  readonly target?: string;
}

/** The line that a report shows under the title, and which part of it is meant. */
export interface Frame {
  readonly text: string;
  readonly mark?: string;
  readonly label?: Text;
}

/** Something that was read. `text` is quoted material, the same in every language. */
export interface Evidence {
  readonly source: string;
  readonly line?: number;
  readonly text: string;
}

/** safe: local, no network, changes no dependency or tool version. */
export type Safety = 'safe' | 'unsafe' | 'manual';

/** One replacement in one line; it is only made where the line still contains `before`. */
export interface Edit {
  /** Relative to the project with `/`; absolute for the go command's own configuration file. */
  readonly file: string;
  readonly line: number;
  /** The whole line as it was read. */
  readonly text: string;
  readonly before: string;
  readonly after: string;
}

/** A line for a shell or a CI system, shown and never run. */
export interface ShellLine {
  readonly shell: string;
  readonly line: string;
}

export type FixPlan =
  | { readonly kind: 'edit'; readonly safety: Safety; readonly title: Text; readonly edits: readonly Edit[] }
  | {
      readonly kind: 'command';
      readonly safety: Safety;
      readonly title: Text;
      readonly argv: readonly string[];
      /** Folder relative to the project. */
      readonly cwd?: string;
      readonly network: boolean;
    }
  | { readonly kind: 'text'; readonly safety: 'manual'; readonly title: Text; readonly lines?: readonly ShellLine[] };

/** Equal for plans that do the same, whatever their titles say. */
export function planKey(plan: FixPlan): string {
  return JSON.stringify(plan.kind === 'command' ? [plan.cwd, plan.argv] : plan);
}

/** How the user sees that it is mended. */
export interface Verify {
  readonly argv: readonly string[];
  readonly expect: Text;
}

/** What a trap says of one subject. Pure data; sentences are keys of the trap's own messages. */
export interface Claim {
  readonly subject: Subject;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly title: Text;
  readonly why: Text;
  /** What the user will meet: quoted tool output, or a sentence. */
  readonly bites?: Text;
  readonly location?: Location;
  readonly frame?: Frame;
  readonly evidence: readonly Evidence[];
  readonly causes: readonly Symptom[];
  readonly fixes: readonly FixPlan[];
  readonly verify: Verify;
  /** Tells this claim from others of the same trap on the same subject; part of the fingerprint. */
  readonly about?: string;
}
