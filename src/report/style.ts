import { styleText } from 'node:util';
import type { Severity } from '../core/claim.ts';

type Format = Parameters<typeof styleText>[0];

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

  #paint(format: Format, text: string): string {
    return this.#on ? styleText(format, text) : text;
  }

  severity(severity: Severity, text: string): string {
    return this.#paint(severityFormats[severity], text);
  }

  strong(text: string): string {
    return this.#paint('bold', text);
  }

  faint(text: string): string {
    return this.#paint('dim', text);
  }

  good(text: string): string {
    return this.#paint('green', text);
  }

  /** A line of a diff. */
  diff(line: string): string {
    if (line.startsWith('+')) return this.#paint('green', line);
    return line.startsWith('-') ? this.#paint('red', line) : line;
  }
}

const severityFormats: Readonly<Record<Severity, Format>> = {
  error: ['bold', 'red'],
  warning: ['bold', 'yellow'],
  info: ['bold', 'cyan'],
};
