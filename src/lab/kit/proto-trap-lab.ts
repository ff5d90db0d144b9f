import { defineLab, isWanted, type Lab, type Measured, type Row } from '../lab.ts';
import type { Bilingual } from './environment.ts';
import { measureVariant, mistakesOf, type ProtoCase } from './proto-lab.ts';

/** The lab of one trap about .proto files: cases with it and their twins without it. */
export interface ProtoTrapLabSpec {
  readonly trap: string;
  readonly title: Bilingual;
  readonly question: Bilingual;
  readonly cases: readonly ProtoCase[];
  /** Ids of what the article says (`knowledge/article`) that the rows confirm or refute. */
  readonly article?: readonly string[];
}

/** Its id is the trap's; its short form is the first row with the trap and the first without. */
export function protoTrapLab({ trap, title, question, cases, article }: ProtoTrapLabSpec): Lab {
  const all = cases.flatMap((one) => Object.keys(one.variants).map((variant) => ({ one, variant })));
  const first = (expected: boolean): string[] =>
    all
      .filter(({ one, variant }) => (one.variants[variant]?.expect !== undefined) === expected)
      .slice(0, 1)
      .map(({ one, variant }) => `${one.id}/${variant}`);
  const short = [...first(true), ...first(false)];
  return defineLab({
    id: trap,
    title,
    question,
    traps: [trap],
    short,
    ...(article && { article }),
    rowTitles: Object.fromEntries(all.map(({ one, variant }) => [`${one.id}/${variant}`, one.title])),
    run: async (context): Promise<Measured> => {
      const rows: Row[] = [];
      const problems: string[] = [];
      for (const { one, variant } of all) {
        if (!isWanted({ short }, context, `${one.id}/${variant}`)) continue;
        const row = await measureVariant(one, variant, context);
        rows.push(row);
        problems.push(...mistakesOf(one, variant, row));
        context.progress(`${trap} ${row.id}`);
      }
      return { rows, problems };
    },
  });
}
