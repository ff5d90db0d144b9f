import type { Confidence, ShellLine } from './claim.ts';
import type { Observation, TextClaim } from './failure.ts';
import type { Data, Text } from './outcome.ts';
import type { SymptomKind } from './symptom.ts';

interface Told {
  readonly confidence: Confidence;
  readonly symptom: SymptomKind;
  readonly seen: readonly Observation[];
  /** Which sentences: `NAME-why` and `NAME-fix`; default: seen. */
  readonly sentences?: string;
  /** Fills the sentences. */
  readonly data?: Data;
  /** For a shell, below the advice. */
  readonly lines?: readonly string[];
  readonly ask?: Text;
}

/**
 * What most traps say of a text: one claim where something was seen, with their sentences; none where
 * nothing was.
 */
export function toldBy({ confidence, symptom, seen, sentences = 'seen', data, lines, ask }: Told): TextClaim[] {
  if (seen.length === 0) return [];
  const text = (key: string): Text => (data ? { key, data } : { key });
  const shell: ShellLine[] = (lines ?? []).map((line) => ({ shell: 'sh', line }));
  return [
    {
      confidence,
      symptom,
      seen,
      why: text(`${sentences}-why`),
      fixes: [
        { kind: 'text', safety: 'manual', title: text(`${sentences}-fix`), ...(shell.length > 0 && { lines: shell }) },
      ],
      ...(ask && { ask }),
    },
  ];
}
