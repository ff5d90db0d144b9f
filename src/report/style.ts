import type { Severity } from '../core/claim.ts';

/** Codes that switch a form on and off. Node's own `styleText` asks the terminal again, and prints warnings of its own. */
const codes = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  cyan: [36, 39],
} as const;
type Format = keyof typeof codes;

/** Colours, or none of them. */
export class Style {
  readonly #on: boolean;

  constructor(on: boolean) {
    this.#on = on;
  }

  /** The same without colours, for a file. */
  plain(): Style {
    return new Style(false);
  }

  #paint(text: string, ...formats: readonly Format[]): string {
    if (!this.#on) return text;
    return formats.reduceRight(
      (inner, format) => `\u001b[${codes[format][0]}m${inner}\u001b[${codes[format][1]}m`,
      text,
    );
  }

  severity(severity: Severity, text: string): string {
    return this.#paint(text, ...severityFormats[severity]);
  }

  strong(text: string): string {
    return this.#paint(text, 'bold');
  }

  faint(text: string): string {
    return this.#paint(text, 'dim');
  }

  good(text: string): string {
    return this.#paint(text, 'green');
  }

  /** A line of a diff. */
  diff(line: string): string {
    if (line.startsWith('+')) return this.#paint(line, 'green');
    return line.startsWith('-') ? this.#paint(line, 'red') : line;
  }
}

const severityFormats: Readonly<Record<Severity, readonly Format[]>> = {
  error: ['bold', 'red'],
  warning: ['bold', 'yellow'],
  info: ['bold', 'cyan'],
};
