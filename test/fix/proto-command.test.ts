import { describe, expect, it } from 'vitest';
import type { Step } from '../../src/facts/generation/steps.ts';
import { aroundProtoc, shellWord } from '../../src/fix/proto-command.ts';

function edited(text: string, names: readonly string[], column = text.indexOf('protoc') + 1): string | undefined {
  const step = { file: 'Makefile', line: 2, column, lineTexts: new Map([[2, text]]) } as unknown as Step;
  const edit = aroundProtoc(step, `protoc -I ${names.join(' ')}`, names);
  return edit && text.replace(edit.before, () => edit.after);
}

describe('words written around protoc', () => {
  it.each(['api', '../third_party/größe/中', 'a@v1.2.0+incompatible/x=y'])(
    'takes a folder that means itself: %s',
    (folder) => {
      expect(edited('\tprotoc --go_out=. a.proto', [folder])).toBe(`\tprotoc -I ${folder} --go_out=. a.proto`);
    },
  );

  it.each([
    'my protos',
    'a;touch pwned',
    '$(touch pwned)',
    '`touch pwned`',
    'a$b',
    "a'b",
    'a"b',
    'a&b',
    'a|b',
    'a#b',
    'a*b',
    'a\nb',
    '-x',
    '~a',
    '',
  ])('leaves a folder alone that a shell or make would read otherwise: %j', (folder) => {
    expect(edited('\tprotoc --go_out=. a.proto', [folder])).toBeUndefined();
  });

  it('leaves alone what is not the call itself', () => {
    const text = '\t@echo run protoc now && $(PROTOC) --go_out=. a.proto';
    expect(edited(text, ['api'], text.indexOf('$(') + 1)).toBeUndefined();
    expect(edited('\tprotoc a.proto && protoc b.proto', ['api'])).toBeUndefined();
    expect(edited('\t./bin/protoc a.proto', ['api'])).toBeUndefined();
    expect(edited('\tprotoc\ta.proto', ['api'])).toBeUndefined();
  });

  it('quotes for people', () => {
    expect(shellWord('api/v1')).toBe('api/v1');
    expect(shellWord("it's; here")).toBe("'it'\\''s; here'");
  });
});
