/** JSON Schemas (draft 2020-12) of the files of a team, for editors; published as `schema/*.schema.json`. */

const text = { type: 'string', minLength: 1, pattern: '\\S' } as const;
/** From the root of the project, with `/`. */
const inside = { ...text, not: { pattern: '^\\s*(?:/|~|[A-Za-z]:)|\\\\|(?:^|/)\\s*\\.\\.\\s*(?:/|$)' } } as const;

/** `grpc-doctor.yaml`. */
export function configurationSchema(traps: readonly string[]): object {
  const trap = { enum: traps };
  const trapList = { type: 'array', items: trap };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'grpc-doctor.yaml',
    type: ['object', 'null'],
    additionalProperties: false,
    properties: {
      failOn: { enum: ['error', 'warning', 'info', 'never'], description: 'exit 1 from this severity on' },
      only: { ...trapList, description: 'only these traps' },
      skip: { ...trapList, description: 'not these traps' },
      roots: { type: 'array', items: inside, description: 'only these folders of the project are looked at' },
      ignore: {
        type: 'array',
        description: 'findings that do not count',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['trap', 'reason'],
          properties: {
            trap,
            path: {
              ...inside,
              description: 'a file, a folder, or a pattern with *, ** and ?, from the root of the project',
            },
            reason: text,
            until: { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\d$', description: 'the last day on which it holds' },
          },
        },
      },
    },
  };
}

/** What `baseline write` writes. */
export const baselineSchema: object = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'grpc-doctor-baseline.json',
  type: 'object',
  required: ['baselineVersion', 'findings'],
  properties: {
    baselineVersion: { const: 1 },
    findings: {
      type: 'array',
      items: {
        type: 'object',
        required: ['fingerprint', 'trap'],
        properties: {
          fingerprint: { type: 'string', pattern: '^[0-9a-f]{16}$' },
          trap: { type: 'string' },
          place: { type: 'string' },
          title: { type: 'string' },
        },
      },
    },
  },
};
