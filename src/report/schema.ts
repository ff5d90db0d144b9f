/** JSON Schemas (draft 2020-12) of what the commands print with `--format json`; published as `schema/*.schema.json`. */

const text = { type: 'string' } as const;
const count = { type: 'integer', minimum: 0 } as const;
const day = { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\d$' } as const;
const words = { type: 'array', items: text } as const;

function object(properties: Readonly<Record<string, unknown>>, optional: readonly string[] = []) {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: 'object', properties, required, additionalProperties: false };
}

const location = object({ file: text, line: count, column: count, env: text, binary: text, target: text }, [
  'file',
  'line',
  'column',
  'env',
  'binary',
  'target',
]);

const fix = object(
  {
    kind: { enum: ['edit', 'command', 'text'] },
    safety: { enum: ['safe', 'unsafe', 'manual'] },
    title: text,
    network: { type: 'boolean' },
    argv: words,
    cwd: text,
    diff: text,
    lines: { type: 'array', items: object({ shell: text, line: text }) },
  },
  ['argv', 'cwd', 'diff', 'lines'],
);

const evidence = object({ source: text, text, line: count }, ['line']);

const finding = object(
  {
    trap: text,
    group: text,
    subject: text,
    severity: { enum: ['error', 'warning', 'info'] },
    confidence: { enum: ['proven', 'likely', 'possible'] },
    title: text,
    location,
    evidence: { type: 'array', minItems: 1, items: evidence },
    why: text,
    bites: text,
    fixes: { type: 'array', items: fix },
    verify: object({ argv: words, expect: text }),
    related: words,
    fingerprint: { type: 'string', pattern: '^[0-9a-f]{16}$' },
    suppressed: object({ reason: text, until: day }, ['until']),
    suppressionEnded: object({ reason: text, until: day }),
  },
  ['bites', 'suppressed', 'suppressionEnded'],
);

const remarkKinds = ['ended', 'unused', 'mended', 'no-trap', 'no-reason', 'no-day', 'surplus', 'unknown-trap', 'bazel'];

const findings = { type: 'array', items: finding };

function document(command: string, properties: Readonly<Record<string, unknown>>, optional: readonly string[] = []) {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: `grpc-doctor ${command} --format json`,
    ...object({ schemaVersion: { const: 1 }, command: { const: command }, ...properties }, optional),
  };
}

const part = { enum: ['go', 'go-line', 'grpc', 'protobuf', 'protoc-gen-go', 'protoc-gen-go-grpc'] } as const;
const side = { enum: [...part.enum, 'generated'] } as const;
const protoPart = { enum: ['protoc', 'grpc', 'protobuf', 'protoc-gen-go', 'protoc-gen-go-grpc'] } as const;
const protoSide = { enum: [...protoPart.enum, 'protos'] } as const;

/** Which of two sides fit each other. */
function pairsOf(side: object) {
  const between = { type: 'array', items: side, minItems: 2, maxItems: 2 };
  const status = { enum: ['fits', 'breaks', 'unknown'] };
  const pair = object({ between, status, reason: text, table: text, row: text, asOf: day }, ['table', 'row', 'asOf']);
  return { type: 'array', items: pair };
}

const support = { enum: ['fits', 'breaks', 'unknown', 'flag'] } as const;

/** One set of versions of `compat proto`. */
const protoSet = object(
  {
    module: text,
    verdict: { enum: ['fits', 'breaks', 'unknown'] },
    parts: {
      type: 'array',
      items: object({ part: protoPart, version: text, asked: text, source: text, line: count }, [
        'asked',
        'source',
        'line',
      ]),
    },
    features: {
      type: 'array',
      items: object(
        {
          feature: { enum: ['plain', 'optional', 'edition-2023', 'edition-2024', 'opaque'] },
          wanted: { type: 'boolean' },
          file: text,
          line: count,
          support: object(
            { protoc: support, 'protoc-gen-go': support, protobuf: support, 'protoc-gen-go-grpc': support },
            ['protoc', 'protoc-gen-go', 'protobuf', 'protoc-gen-go-grpc'],
          ),
        },
        ['file', 'line'],
      ),
    },
    pairs: pairsOf(protoSide),
    proposal: object({
      changes: {
        type: 'array',
        items: object({ part: protoPart, from: text, to: text, follows: { type: 'boolean' } }, ['from']),
      },
      steps: {
        type: 'array',
        items: object({ kind: { enum: ['command', 'install-protoc', 'generate'] }, text, argv: words, version: text }, [
          'argv',
          'version',
        ]),
      },
    }),
  },
  ['module', 'proposal'],
);

/** One set of versions of `compat`. */
const versionSet = object(
  {
    module: text,
    verdict: { enum: ['fits', 'breaks', 'unknown'] },
    switches: { type: 'boolean' },
    parts: {
      type: 'array',
      items: object({ part, version: text, date: day, asked: text, source: text, line: count }, [
        'date',
        'asked',
        'source',
        'line',
      ]),
    },
    pairs: pairsOf(side),
    ranges: {
      type: 'array',
      items: object({
        part,
        intervals: { type: 'array', items: object({ from: text, to: text }) },
        known: { type: 'boolean' },
        open: { type: 'boolean' },
        limitedBy: { type: 'array', items: part },
      }),
    },
    proposals: {
      type: 'array',
      items: object({
        kind: { enum: ['raise', 'mixed', 'lower', 'fill'] },
        regenerates: { type: 'boolean' },
        changes: {
          type: 'array',
          items: object({ part, from: text, to: text, follows: { type: 'boolean' } }, ['from']),
        },
        steps: {
          type: 'array',
          items: object(
            { kind: { enum: ['command', 'install-go', 'generate'] }, text, argv: words, version: text, language: text },
            ['argv', 'version', 'language'],
          ),
        },
      }),
    },
  },
  ['module'],
);

/** One endpoint of `probe`. */
const stepNames = ['name', 'tcp', 'plaintext', 'tls', 'chain', 'go', 'mtls', 'http2', 'health', 'reflection', 'hold'];
const milliseconds = { type: 'number', minimum: 0 } as const;
const time = { type: 'string', pattern: '^(?:-|[+-]?\\d{4,6}-\\d\\d-\\d\\dT[\\d:.]+Z)$' } as const;

/** By command. */
export const schemas: Readonly<Record<string, object>> = {
  check: document('check', {
    root: text,
    findings,
    checks: {
      type: 'array',
      items: object({ trap: text, subject: text, status: { enum: ['passed', 'found', 'skipped'] }, reason: text }, [
        'reason',
      ]),
    },
    remarks: { type: 'array', items: object({ kind: { enum: remarkKinds }, file: text, line: count, text }, ['line']) },
    summary: object({
      errors: count,
      warnings: count,
      infos: count,
      suppressed: count,
      passed: count,
      skipped: count,
      durationMs: count,
    }),
  }),
  probe: document(
    'probe',
    {
      target: text,
      mode: { enum: ['plaintext', 'tls', 'mtls'] },
      address: text,
      steps: {
        type: 'array',
        minItems: stepNames.length,
        maxItems: stepNames.length,
        items: object({
          step: { enum: stepNames },
          status: { enum: ['ok', 'failed', 'skipped'] },
          ms: milliseconds,
          detail: text,
        }),
      },
      go: object(
        {
          verdict: { enum: ['accept', 'refuse', 'unknown'] },
          text,
          code: text,
          races: words,
          reason: text,
          client: object(
            {
              grpc: text,
              go: text,
              goLine: text,
              serverName: text,
              judgedLike: text,
              goLineTooNew: { type: 'boolean' },
              sources: object({ grpc: text, go: text, goLine: text }),
            },
            ['judgedLike', 'goLineTooNew'],
          ),
        },
        ['code', 'reason', 'client'],
      ),
      certificates: {
        type: 'array',
        items: object({
          subject: text,
          issuer: text,
          serial: text,
          notBefore: time,
          notAfter: time,
          dnsNames: words,
          ipAddresses: words,
        }),
      },
      realGo: object(
        {
          goVersion: text,
          sameGo: { type: 'boolean' },
          verdict: { enum: ['accept', 'refuse'] },
          text,
          agrees: { type: 'boolean' },
          reason: text,
        },
        ['goVersion', 'sameGo', 'verdict', 'text', 'agrees', 'reason'],
      ),
      revocation: object(
        {
          status: { enum: ['good', 'revoked', 'unknown'] },
          answers: {
            type: 'array',
            items: object(
              {
                certificate: count,
                kind: { enum: ['ocsp', 'crl'] },
                address: text,
                status: { enum: ['good', 'revoked', 'unknown'] },
                revokedAt: time,
                reasonCode: { type: 'integer' },
                why: text,
              },
              ['revokedAt', 'reasonCode', 'why'],
            ),
          },
          reason: text,
        },
        ['status', 'answers', 'reason'],
      ),
      services: words,
      times: { type: 'array', items: milliseconds },
      connections: count,
      findings,
      durationMs: count,
    },
    ['mode', 'address', 'certificates', 'realGo', 'revocation', 'services', 'times'],
  ),
  compat: document('compat', { asOf: day, sets: { type: 'array', items: versionSet } }),
  'compat-proto': document('compat proto', { asOf: day, sets: { type: 'array', items: protoSet } }),
  fix: document('fix', {
    findings,
    applied: {
      type: 'array',
      items: object({ trap: text, kind: { enum: ['done', 'gone', 'failed'] }, message: text }, ['message']),
    },
  }),
  baseline: document('baseline', { file: text, findings: count }),
  bundle: document(
    'bundle',
    { files: words, leftOut: words, folders: words, variables: words, commands: words, requests: words, written: text },
    ['written'],
  ),
  traps: document('traps', {
    traps: {
      type: 'array',
      items: object({
        trap: text,
        group: text,
        subject: text,
        subjects: { type: 'array', items: text },
        summary: text,
      }),
    },
  }),
  explain: document('explain', {
    traps: { type: 'array', items: object({ trap: text, group: text, summary: text, text }) },
    topics: {
      type: 'array',
      items: object({ kind: { enum: ['decision', 'trap', 'myth', 'claim', 'section'] }, id: text, title: text, text }),
    },
    settings: {
      type: 'array',
      items: object({ name: text, value: text, source: text }, ['value', 'source']),
    },
    nearest: words,
  }),
  diagnose: document(
    'diagnose',
    {
      id: {},
      causes: {
        type: 'array',
        items: object(
          {
            trap: text,
            confidence: { enum: ['proven', 'likely', 'possible'] },
            title: text,
            matched: { type: 'array', items: object({ line: count, text }) },
            why: text,
            fixes: { type: 'array', items: fix },
            ask: text,
            here: { type: 'array', items: evidence },
          },
          ['ask', 'here'],
        ),
      },
    },
    ['id'],
  ),
  script: document('script', { language: { enum: ['en', 'zh-CN'] }, script: text }),
  lab: document(
    'lab',
    {
      labs: {
        type: 'array',
        items: object(
          {
            lab: text,
            title: text,
            question: text,
            traps: words,
            agree: { type: 'boolean' },
            differences: { type: 'array' },
          },
          ['agree', 'differences'],
        ),
      },
      read: {
        type: 'array',
        items: { type: 'object', properties: { id: text, from: text }, required: ['id', 'from'] },
      },
      emitted: text,
    },
    ['read', 'emitted'],
  ),
};
