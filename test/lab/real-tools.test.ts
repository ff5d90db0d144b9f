import { expect, it } from 'vitest';
import articleScript from '../../src/lab/article-script/lab.ts';
import { runLab } from '../../src/lab/runner.ts';

const MINUTES = 60_000;

// The first run downloads Go, protoc and plugins; afterwards it takes seconds.
it(
  'the short form of article-script agrees with its committed rows, by the real tools',
  async () => {
    const { differences, problems } = await runLab(articleScript, { form: 'short' });
    expect({ differences, problems }).toEqual({ differences: [], problems: [] });
  },
  15 * MINUTES,
);
