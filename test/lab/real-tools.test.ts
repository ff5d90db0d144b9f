import { expect, it } from 'vitest';
import articleScript from '../../src/lab/article-script/lab.ts';
import compat from '../../src/lab/compat/lab.ts';
import { runLab } from '../../src/lab/runner.ts';

const MINUTES = 60_000;

// The first run downloads Go, protoc and plugins; afterwards it takes seconds.
it.each([
  ['article-script', articleScript],
  ['compat', compat],
])(
  'the short form of %s agrees with its committed rows, by the real tools',
  async (_, lab) => {
    const { differences, problems } = await runLab(lab, { form: 'short' });
    expect({ differences, problems }).toEqual({ differences: [], problems: [] });
  },
  15 * MINUTES,
);
