import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Cause, diagnose } from '../src/core/diagnosis.ts';
import { readFailure } from '../src/text/failure.ts';
import { traps } from '../src/traps/registry.gen.ts';
import { textsIn } from './support/texts.ts';

const root = join(import.meta.dirname, '../src/traps');
const causesOf = (text: string): Cause[] => diagnose(traps, readFailure(text));
const told = (causes: readonly Cause[]): string[] => causes.map(({ trap, claim }) => `${trap.id} ${claim.confidence}`);

describe.each(traps.filter(({ text }) => text).map((trap) => [trap.id, trap] as const))('%s', (_, trap) => {
  const texts = textsIn(join(root, trap.group, trap.id));
  const of = (kind: string) => texts.filter(({ name }) => name.startsWith(kind)).map((one) => [one.name, one] as const);

  it.each(of('reads-'))('%s', (_name, { text, confidence = 'proven', behind }) => {
    const causes = causesOf(text);
    if (behind) expect(causes.shift()?.trap.id).toBe(behind);
    expect(told(causes)[0]).toBe(`${trap.id} ${confidence}`);
    expect(causes[0]?.claim.fixes.length, 'a cause without a next step').toBeGreaterThan(0);
  });

  it.each(of('passes-'))('%s', (_name, { text, trap: other }) => {
    const causes = causesOf(text);
    const sure = causes.filter(({ claim }) => claim.confidence !== 'possible').map(({ trap: { id } }) => id);
    expect(causes.slice(0, 1).map(({ trap: { id } }) => id)).not.toContain(trap.id);
    if (other) expect(sure[0]).toBe(other);
    else expect(sure).toEqual([]);
  });
});
