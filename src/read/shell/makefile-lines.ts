/** One logical line of a makefile. Offsets are file offsets. */
export interface MakeLine {
  kind: 'recipe' | 'other';
  /** Continuations joined by a blank (recipe lines: kept as they are, for the shell), comments removed (not in recipes). */
  text: string;
  /** 1-based. */
  line: number;
  offset: number;
  /** Recipe lines: the physical lines, each without its leading tab. */
  pieces: { text: string; start: number }[];
}

interface Physical {
  text: string;
  start: number;
  line: number;
}

function physicalLines(text: string): Physical[] {
  let start = 0;
  return text.split('\n').map((line, i) => {
    const physical = { text: line.replace(/\r$/, ''), start, line: i + 1 };
    start += line.length + 1;
    return physical;
  });
}

function continues(text: string): boolean {
  let slashes = 0;
  while (text[text.length - 1 - slashes] === '\\') slashes += 1;
  return slashes % 2 === 1;
}

function withoutComment(text: string): string {
  const match = /(?<!\\)#/.exec(text);
  return match ? text.slice(0, match.index) : text;
}

function join(lines: Physical[]): string {
  return lines
    .map((line, i) => (i < lines.length - 1 ? line.text.slice(0, -1).trimEnd() : line.text.trimEnd()))
    .map((part, i) => (i > 0 ? part.trimStart() : part))
    .join(' ');
}

function recipe(lines: Physical[]): MakeLine {
  const pieces = lines.map((line, i) => {
    const skip = line.text.startsWith('\t') ? 1 : 0;
    const end = i < lines.length - 1 ? '\n' : '';
    return { text: line.text.slice(skip) + end, start: line.start + skip };
  });
  const first = lines[0];
  const text = pieces.map((piece) => piece.text).join('');
  return { kind: 'recipe', text, line: first?.line ?? 1, offset: first?.start ?? 0, pieces };
}

function other(lines: Physical[]): MakeLine {
  const first = lines[0];
  return {
    kind: 'other',
    text: withoutComment(join(lines)),
    line: first?.line ?? 1,
    offset: first?.start ?? 0,
    pieces: [],
  };
}

/** Splits a makefile into logical lines. Whether a line with a tab is part of a recipe depends on what stands before it: the caller says so. */
export function makeLines(text: string): MakeLine[] {
  const physical = physicalLines(text);
  const lines: MakeLine[] = [];
  for (let i = 0; i < physical.length; i++) {
    const group: Physical[] = [];
    for (let line = physical[i]; line; line = physical[++i]) {
      group.push(line);
      if (!continues(line.text)) break;
    }
    lines.push(group[0]?.text.startsWith('\t') ? recipe(group) : other(group));
  }
  return lines;
}

/** Reads a tab line as makefile text: outside of a rule, make does the same. */
export function asMakefileText(line: MakeLine): string {
  return withoutComment(line.text.replace(/\\\n\s*/g, ' ')).trim();
}
