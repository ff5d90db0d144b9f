import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Claim } from '../../src/core/claim.ts';
import type { Examination } from '../../src/core/engine.ts';
import type { Finding } from '../../src/core/finding.ts';
import { defineTrap } from '../../src/core/trap.ts';
import { githubReport } from '../../src/report/github.ts';
import { gitlabReport } from '../../src/report/gitlab.ts';
import { junitReport } from '../../src/report/junit.ts';
import type { CheckReport } from '../../src/report/report.ts';
import { sarifReport } from '../../src/report/sarif.ts';
import { reportOf } from '../support/report.ts';
import { examineAll, firing, storeOf } from './machine.ts';

const sources = { explanation: () => '# page', lineHash: () => 'abc:1' };

interface Sarif {
  readonly runs: readonly {
    readonly results: readonly {
      readonly level: string;
      readonly message: { readonly text: string };
      readonly suppressions: readonly unknown[];
      readonly locations: readonly {
        readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } };
      }[];
      readonly fixes?: readonly unknown[];
    }[];
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
  }[];
}

function sarifOf(report: CheckReport): Sarif {
  return JSON.parse(sarifReport(report, sources)) as Sarif;
}

/** The official schema; of its formats only the one that could be wrong here is checked. */
const {
  id: _id,
  $schema: _draft,
  ...schema
} = JSON.parse(readFileSync(join(import.meta.dirname, '../sarif/sarif-schema-2.1.0.json'), 'utf8')) as Record<
  string,
  unknown
>;
const ajv = new Ajv({
  strict: false,
  formats: { 'uri-reference': /^(?:[\w.~!$&'()*+,;=:@/?#-]|%[0-9A-Fa-f]{2})*$/, uri: /^\w+:/, 'date-time': true },
});
const valid = ajv.compile(schema);

function faultsOf(report: CheckReport): unknown {
  return valid(sarifOf(report)) ? [] : valid.errors;
}

const trap = defineTrap({
  id: 'made-up-trap',
  group: 'codegen',
  subject: 'module',
  needs: {},
  judge: () => [],
  messages: { en: { summary: 'made up', text: '{text}' }, 'zh-CN': { summary: '虚构', text: '{text}' } },
});

/** A finding that says a text wherever one can be said. */
function saying(text: string, location: Claim['location'] = { file: 'a.go', line: 1 }): Finding {
  const said = { key: 'text', data: { text } };
  const claim: Claim = {
    subject: { kind: 'module', id: '.' },
    severity: 'error',
    confidence: 'proven',
    title: said,
    why: said,
    ...(location && { location }),
    evidence: [{ source: 'a.go', text }],
    causes: [],
    fixes: [],
    verify: { argv: ['true'], expect: said },
  };
  const edits = [{ file: 'a.go', line: 1, text: `x${text}`, before: text, after: 'y' }];
  const plan = { kind: 'edit', safety: 'safe', title: said, edits } as const;
  return { trap, claim, related: [], fixes: [{ trap, plan }], fingerprint: '0123456789abcdef' };
}

function examinationOf(...findings: readonly Finding[]): Examination {
  return { findings, checks: [{ trap, subject: { kind: 'module', id: '.' }, status: 'found' }] };
}

describe('SARIF', () => {
  it.each(firing)('of %s is valid', async (_, spec) => {
    for (const locale of ['en', 'zh-CN'] as const) {
      const report = reportOf(await examineAll(storeOf(spec)), spec.dir, locale);
      expect(faultsOf(report)).toEqual([]);
      for (const { locations } of sarifOf(report).runs[0]?.results ?? []) {
        const uri = locations[0]?.physicalLocation.artifactLocation.uri;
        expect(uri).not.toMatch(/^(?:\/|[A-Za-z]:|file:)|\\|\.\./);
      }
    }
  });

  it('is valid whatever is said in it, and wherever', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (text, file) => {
        const examination = examinationOf(
          saying(text, { file: file.replaceAll('\\', '/'), line: 1 }),
          saying(text, { env: 'X' }),
        );
        expect(faultsOf(reportOf(examination, '/p'))).toEqual([]);
      }),
    );
  });

  it('gives each result a place in a file, for the reader who needs one', () => {
    const elsewhere: Claim['location'][] = [
      {},
      { env: 'GOFLAGS' },
      { binary: '/usr/bin/go' },
      { file: '/home/ann/.config/go/env' },
      { file: '../x' },
    ];
    const { results } = sarifOf(reportOf(examinationOf(...elsewhere.map((at) => saying('x', at))), '/p')).runs[0] ?? {
      results: [],
    };
    expect(results.map(({ locations }) => locations[0]?.physicalLocation.artifactLocation.uri)).toEqual(
      Array(5).fill('go.mod'),
    );
  });

  it('keeps what is suppressed, and says by whom', () => {
    const suppressed = { ...saying('x'), suppressed: { reason: 'known', until: '2027-01-01', by: 'comment' } } as const;
    const report = reportOf(examinationOf(suppressed, saying('y')), '/p');
    expect(sarifOf(report).runs[0]?.results.map((result) => result.suppressions)).toEqual([
      [{ kind: 'inSource', status: 'accepted', justification: 'known (until 2027-01-01)' }],
      [],
    ]);
    expect(faultsOf(report)).toEqual([]);
  });

  it('stays within what GitHub takes of one run', () => {
    const many = Array.from({ length: 25_010 }, () => saying('x'));
    expect(sarifOf(reportOf(examinationOf(...many), '/p')).runs[0]?.results).toHaveLength(25_000);
  });

  it('names paths from the root of the repository', () => {
    const report = { ...reportOf(examinationOf(saying('x', { file: 'a b/c#d.go' })), '/p'), prefix: 'services/pay/' };
    const [result] = sarifOf(report).runs[0]?.results ?? [];
    expect(result?.locations[0]?.physicalLocation.artifactLocation.uri).toBe('services/pay/a%20b/c%23d.go');
  });
});

describe('GitHub annotations', () => {
  it('are one line for each finding, whatever is said', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (text, file) => {
        const written = githubReport(
          reportOf(examinationOf(saying(text, { file, line: 3, column: 2 }), saying(text)), '/p'),
        );
        const lines = written.split('\n');
        expect(lines).toHaveLength(3);
        expect(written).not.toMatch(/\r/);
        for (const line of lines.slice(0, 2)) {
          expect(line).toMatch(/^::error file=[^,:]*,line=\d+,(?:col=\d+,)?title=[^,:]+::/);
          expect(line.replace(/%(?:25|0A|0D|3A|2C)/g, '')).not.toContain('%');
        }
      }),
    );
  });

  it('cannot be forged by a name', () => {
    const file = 'a\n::error::forged,x=1::y%0A';
    expect(githubReport(reportOf(examinationOf(saying('b\r\n::set-output name=x::y', { file })), '/p'))).toBe(
      '::error file=a %3A%3Aerror%3A%3Aforged%2Cx=1%3A%3Ay%250A,line=1,title=made-up-trap::b ::set-output name=x::y%0Ab ::set-output name=x::y%0Afix: b ::set-output name=x::y\n',
    );
  });

  it('leave out what is suppressed', () => {
    const suppressed = { ...saying('x'), suppressed: { reason: 'known', by: 'baseline' } } as const;
    expect(githubReport(reportOf(examinationOf(suppressed), '/p'))).toBe('');
  });
});

describe('GitLab code quality', () => {
  it('has a fingerprint of its own for each entry, and the words of GitLab', () => {
    const entries = JSON.parse(gitlabReport(reportOf(examinationOf(saying('x'), saying('y')), '/p'))) as Record<
      string,
      unknown
    >[];
    expect(new Set(entries.map(({ fingerprint }) => fingerprint)).size).toBe(2);
    expect(entries[0]).toEqual({
      description: 'x',
      check_name: 'made-up-trap',
      fingerprint: '0123456789abcdef',
      severity: 'major',
      location: { path: 'a.go', lines: { begin: 1 } },
    });
  });
});

describe('JUnit', () => {
  it('is well-formed XML whatever is said', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const xml = junitReport(reportOf(examinationOf(saying(text)), '/p'));
        expect(xml).not.toMatch(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u);
        expect(xml.replace(/&(?:amp|lt|gt|quot|#\d+);/g, '')).not.toContain('&');
        expect(xml.match(/<failure type="error" message="[^"<]*">[^<]*<\/failure>/g)).toHaveLength(1);
      }),
    );
  });

  it.each(firing.slice(0, 40))('of %s counts right', async (_, spec) => {
    const examination = await examineAll(storeOf(spec));
    const xml = junitReport(reportOf(examination, spec.dir));
    expect(xml).toContain(`<testsuites tests="${examination.checks.length}"`);
    expect(xml.match(/<testcase /g)).toHaveLength(examination.checks.length);
  });
});

describe('every report', () => {
  const subject = { kind: 'module', id: '.' } as const;
  const worse = saying('a <b> & "c", 100%', { file: 'pb/a b.go', line: 7, column: 3 });
  const findings: Finding[] = [
    worse,
    {
      ...worse,
      claim: { ...worse.claim, severity: 'warning', location: { env: 'GOFLAGS' } },
      fingerprint: 'f'.repeat(16),
    },
    {
      ...worse,
      suppressed: { reason: 'known', until: '2027-01-01', by: 'configuration' },
      fingerprint: 'e'.repeat(16),
    },
  ];
  const checks: Examination['checks'] = [
    { trap, subject, status: 'found' },
    { trap, subject: { ...subject, id: 'api' }, status: 'passed' },
    { trap, subject: { ...subject, id: 'web' }, status: 'skipped', reason: { key: 'go-missing' } },
  ];
  const remarks = [{ text: { key: 'remark.unused', data: { trap: trap.id } }, file: 'grpc-doctor.yaml', line: 4 }];

  it.each([
    ['sarif', (report: CheckReport) => sarifReport(report, sources)],
    ['github', githubReport],
    ['gitlab', gitlabReport],
    ['junit', junitReport],
  ] as const)('%s', (_, render) => {
    for (const locale of ['en', 'zh-CN'] as const) {
      const report = { ...reportOf({ findings, checks }, '/p', locale), remarks, prefix: 'services/' };
      expect(render(report)).toMatchSnapshot();
    }
  });
});
