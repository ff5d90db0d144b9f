import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { TextClaim } from '../src/core/failure.ts';
import type { Finding } from '../src/core/finding.ts';
import { readFailure } from '../src/text/failure.ts';
import { traps } from '../src/traps/registry.gen.ts';
import { casesIn, examineMachine, machineOf } from './support/cases.ts';
import { textsIn } from './support/texts.ts';
import { problemsOf, quietDifferences } from './support/trap-folder.ts';

const root = join(import.meta.dirname, '../src/traps');

describe.each(traps.map((trap) => [trap.id, trap] as const))('%s', (_, trap) => {
  const folder = join(root, trap.group, trap.id);
  const cases = casesIn(folder);

  it('has all that a trap consists of', async () => {
    expect(await problemsOf(folder)).toEqual([]);
  });

  it('tells in each quiet case what one thing makes the difference', () => {
    for (const one of cases.filter(({ name }) => name.startsWith('quiet-'))) {
      for (const { at, before, after } of quietDifferences(one, cases)) {
        console.log(`${trap.id} ${one.of} > ${one.name}: ${at.join(' > ')}\n  ${short(before)}\n  ${short(after)}`);
      }
    }
  });

  it('offers no way out that empties the module cache', async () => {
    for (const one of cases.filter(({ name }) => name.startsWith('fires-'))) {
      const { findings } = await examineMachine(machineOf(one, cases));
      expect(findings.flatMap(commandsOf).filter((line) => /\bgo clean\b.*-modcache/.test(line))).toEqual([]);
    }
  });

  it('says each of its sentences in some firing case, or of some text', async () => {
    const said = new Set(['summary']);
    for (const one of cases.filter(({ name }) => name.startsWith('fires-'))) {
      const { findings } = await examineMachine(machineOf(one, cases));
      for (const key of findings.flatMap((finding) => keysOf(finding, trap.id))) said.add(key);
    }
    for (const { text } of textsIn(folder))
      for (const key of (trap.text?.(readFailure(text)) ?? []).flatMap(keysOfText)) said.add(key);
    expect(Object.keys(trap.messages.en).filter((key) => !said.has(key))).toEqual([]);
  });
});

function short(value: unknown): string {
  const text = JSON.stringify(value) ?? '(nothing)';
  return text.length > 160 ? `${text.slice(0, 160)}…` : text;
}

function keysOfText({ title, why, fixes, ask }: TextClaim): string[] {
  return [title, why, ask, ...fixes.map((plan) => plan.title)].flatMap((text) => text?.key ?? []);
}

/** Every line that a finding tells people to run. */
function commandsOf({ fixes }: Finding): string[] {
  return fixes.flatMap(({ plan }) => {
    if (plan.kind === 'command') return [plan.argv.join(' ')];
    return plan.kind === 'text' ? (plan.lines ?? []).map(({ line }) => line) : [];
  });
}

/** Keys of the messages that a finding says in the words of one trap. */
function keysOf({ trap, claim, fixes }: Finding, id: string): string[] {
  const { title, why, bites, frame, verify } = claim;
  const own = trap.id === id ? [title, why, bites, frame?.label, verify.expect] : [];
  const ofFixes = fixes.filter((fix) => fix.trap.id === id).map(({ plan }) => plan.title);
  return [...own, ...ofFixes].flatMap((text) => text?.key ?? []);
}

describe('the check of a trap folder', () => {
  it('reports what an incomplete folder lacks', async () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'trap-')), 'go', 'half-done');
    for (const [name, text] of Object.entries(halfDone)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    try {
      expect((await problemsOf(folder)).sort()).toEqual([
        'bites-x: empty or missing in zh-CN',
        'explain.en.md: its headings are What it is | How to get out',
        'explain.en.md: nothing under How to get out',
        'label: not used by trap.ts',
        'maybe-x: neither fires-, quiet- nor skipped-',
        'maybe-x: says nothing about itself',
        'module/not-this lies in go/half-done',
        'no explain.zh-CN.md',
        'no skipped- case',
        'no summary',
        'no-such-thing: no such symptom',
        'quiet-alone: differs from no firing case',
        'quiet-two: differs from fires-x in 2 leaves',
        'title-x: no Chinese in zh-CN',
        'title-x: other placeholders in zh-CN',
      ]);
    } finally {
      rmSync(dirname(dirname(folder)), { recursive: true });
    }
  });

  it('reports a folder without a trap', async () => {
    expect(await problemsOf(join(tmpdir(), 'no-such-trap'))).toEqual(['no trap.ts']);
  });
});

/** A trap that somebody began and did not finish. */
const halfDone: Readonly<Record<string, string>> = {
  'trap.ts': [
    "const en = { 'title-x': 'a {word}', label: 'x', 'bites-x': 'y' };",
    "const zh = { 'title-x': 'b', label: '\\u4e2d', 'bites-x': ' ' };",
    `const title = (kind: string) => \`title-\${kind}\`;`,
    "const bites = 'bites-x';",
    "const causes = [{ kind: 'no-such-thing', about: [title('x'), bites] }];",
    "export default { id: 'not-this', group: 'module', sights: [() => []], causes, messages: { en, 'zh-CN': zh } };",
  ].join('\n'),
  'explain.en.md': '## What it is\n\n```\n## not a heading\n```\n\n## How to get out\n',
  'cases/fires-x.yaml': 'about: it fires\nof: healthy\n',
  'cases/quiet-two.yaml':
    'about: two things\nof: fires-x\nchange: { at: [tools, /bin/x], to: { os: linux, arch: arm64 } }\n',
  'cases/quiet-alone.yaml': 'about: no firing case\nof: healthy\n',
  'cases/maybe-x.yaml': 'of: healthy\n',
};
