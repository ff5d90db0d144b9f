import { describe, expect, it } from 'vitest';
import type { Edit } from '../../src/core/claim.ts';
import { newCredentials, renamed, withTransport } from '../../src/fix/go-edits.ts';
import { readGoSyntax } from '../../src/read/go/syntax/reader.ts';
import type { Reference } from '../../src/read/go/syntax/syntax.ts';
import { diffOf } from '../../src/report/diff.ts';
import { parser } from '../read/go-syntax/read.ts';

const grpc = 'google.golang.org/grpc';
const names = new Map([
  [grpc, new Set(['Dial', 'WithInsecure', 'WithInsecureCredentials'])],
  [`${grpc}/credentials`, new Set(['NewInsecure'])],
]);

/** The file after `edits` of the uses in it. */
function edited(text: string, edits: (uses: Use[]) => Edit[]): string {
  const syntax = readGoSyntax(parser, text, { names });
  const uses = (syntax?.references ?? []).map((one) => ({
    ...one,
    file: 'main.go',
    mark: one.alias === '' ? one.name : `${one.alias}.${one.name}`,
    imports: syntax?.imports ?? [],
    declared: syntax?.declared ?? new Set<string>(),
  }));
  const lines = text.split('\n');
  for (const { line, before, after } of edits(uses))
    lines[line - 1] = lines[line - 1]?.replace(before, () => after) ?? '';
  return lines.join('\n');
}

type Use = Reference & {
  readonly file: string;
  readonly mark: string;
  readonly imports: NonNullable<ReturnType<typeof readGoSyntax>>['imports'];
  readonly declared: ReadonlySet<string>;
};

const secure = (uses: Use[]): Edit[] =>
  newCredentials(
    uses.filter(({ name }) => name !== 'Dial'),
    (use, credentials) => (use.package === grpc ? withTransport(use, credentials) : credentials),
  );

describe('insecure credentials', () => {
  it.each([
    [
      'take the place of an import that nobody needs any more',
      `package a\n\nimport (\n\t"${grpc}"\n\t"${grpc}/credentials" // plain\n)\n\nvar _ = grpc.Creds(credentials.NewInsecure())\n`,
      `package a\n\nimport (\n\t"${grpc}"\n\t"${grpc}/credentials/insecure" // plain\n)\n\nvar _ = grpc.Creds(insecure.NewCredentials())\n`,
    ],
    [
      'get a line of their own below one that stays',
      `package a\n\nimport (\n\tg "${grpc}"\n\t"${grpc}/credentials"\n)\n\nvar _, _ = g.WithInsecure(), credentials.NewTLS\n`,
      `package a\n\nimport (\n\tg "${grpc}"\n\t"${grpc}/credentials"\n\t"${grpc}/credentials/insecure"\n)\n\nvar _, _ = g.WithTransportCredentials(insecure.NewCredentials()), credentials.NewTLS\n`,
    ],
    [
      'get a declaration of their own',
      `package a\n\nimport "${grpc}"\n\nvar _ = grpc.WithInsecure()\n`,
      `package a\n\nimport "${grpc}"\nimport "${grpc}/credentials/insecure"\n\nvar _ = grpc.WithTransportCredentials(insecure.NewCredentials())\n`,
    ],
    [
      'are called as the file calls them already',
      `package a\n\nimport (\n\t"${grpc}"\n\tplain "${grpc}/credentials/insecure"\n)\n\nvar _, _ = grpc.WithInsecure(), plain.NewCredentials()\n`,
      `package a\n\nimport (\n\t"${grpc}"\n\tplain "${grpc}/credentials/insecure"\n)\n\nvar _, _ = grpc.WithTransportCredentials(plain.NewCredentials()), plain.NewCredentials()\n`,
    ],
    [
      'come once for two kinds of uses',
      `package a\n\nimport (\n\t"${grpc}"\n\t"${grpc}/credentials"\n)\n\nvar _ = credentials.NewInsecure()\nvar _ = grpc.WithInsecureCredentials()\n`,
      `package a\n\nimport (\n\t"${grpc}"\n\t"${grpc}/credentials/insecure"\n)\n\nvar _ = insecure.NewCredentials()\nvar _ = grpc.WithTransportCredentials(insecure.NewCredentials())\n`,
    ],
  ])('%s', (_, before, after) => {
    expect(edited(before, secure)).toBe(after);
  });

  it.each([
    [
      'a variable has their name',
      `package a\n\nimport "${grpc}"\n\nvar insecure = true\nvar _ = grpc.WithInsecure()\n`,
    ],
    [
      'another package has their name',
      `package a\n\nimport (\n\t"${grpc}"\n\t"example.com/insecure"\n)\n\nvar _ = grpc.WithInsecure()\n`,
    ],
    ['it is no call', `package a\n\nimport "${grpc}"\n\nvar _ = grpc.WithInsecure\n`],
    ['two stand in one line', `package a\n\nimport "${grpc}"\n\nvar _, _ = grpc.WithInsecure(), grpc.WithInsecure()\n`],
    [
      'an alias would be left over',
      `package a\n\nimport (\n\t"${grpc}"\n\tc "${grpc}/credentials"\n)\n\nvar _ = grpc.Creds(c.NewInsecure())\n`,
    ],
  ])('are left to people where %s', (_, text) => {
    expect(edited(text, secure)).toBe(text);
  });
});

describe('a new name', () => {
  it('is written with the name of the package', () => {
    const text = `package a\n\nimport g "${grpc}"\n\nvar _, _ = g.Dial("x")\n`;
    expect(edited(text, (uses) => uses.flatMap((use) => renamed(use, 'NewClient')))).toBe(
      text.replace('g.Dial', 'g.NewClient'),
    );
  });
});

describe('the diff of an edit', () => {
  it('counts the lines that come', () => {
    const edits: Edit[] = [
      { file: 'a.go', line: 3, text: '\t"x"', before: '\t"x"', after: '\t"x"\n\t"y"' },
      { file: 'a.go', line: 7, text: 'old()', before: 'old', after: 'new' },
    ];
    expect(diffOf(edits).split('\n')).toEqual([
      '--- a/a.go',
      '+++ b/a.go',
      '@@ -3 +3,2 @@',
      '-\t"x"',
      '+\t"x"',
      '+\t"y"',
      '@@ -7 +8 @@',
      '-old()',
      '+new()',
    ]);
  });
});
