import { expect, it } from 'vitest';
import { labs } from '../../src/lab/labs.gen.ts';
import { runLab } from '../../src/lab/runner.ts';
import { suiteOf } from '../../src/lab/suites.ts';

const MINUTES = 60_000;

const own = labs.filter(({ id }) => ['article-script', 'compat'].includes(id));
const ofChapters = ['chapter-2', 'chapter-3', 'chapter-4'].flatMap((id) => suiteOf(id, labs)?.labs ?? []);

// The first run downloads Go, protoc and plugins; afterwards it takes seconds. Real tools read files at once and wait for
// each other: what differs has to differ again, and the reporter names a lab that agreed only then.
it.each([...new Set([...own, ...ofChapters])].map((lab) => [lab.id, lab] as const))(
  'the short form of %s agrees with its committed rows, by the real tools',
  { timeout: 15 * MINUTES, retry: 1 },
  async (_, lab) => {
    const { differences, problems } = await runLab(lab, { form: 'short' });
    expect({ differences, problems }).toEqual({ differences: [], problems: [] });
  },
);
