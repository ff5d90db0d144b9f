import { type Answer, type Decision, leavesOf, type Question } from '../core/decision.ts';
import type { Words } from '../i18n/words.ts';
import { cells, wrap } from './layout.ts';

/** A decision as a tree of lines: its title, each question with the command that answers it, each answer with where it leads. */
export function decisionTree(decision: Decision, words: Words): string {
  const say = (key: string): string => words.of(decision, { key });
  const questionLines = ({ ask, command, answers }: Question): string[] => [
    say(ask),
    ...(command ? [`    ${command}`] : []),
    ...answers.flatMap((answer, place) => answerLines(answer, place === answers.length - 1)),
  ];
  const answerLines = (answer: Answer, last: boolean): string[] => {
    const [first = '', ...rest] = answer.next
      ? [say(answer.answer), ...questionLines(answer.next)]
      : [`${say(answer.answer)} → ${answer.trap ?? words.ui('decision.end')}`];
    return [`${last ? '└─' : '├─'} ${first}`, ...rest.map((line) => `${last ? '  ' : '│ '} ${line}`)];
  };
  return [say('title'), ...questionLines(decision.start)].join('\n');
}

/** The questions of a decision as lines of at most `width` cells; a command is never broken. */
export function questionTree(decision: Decision, words: Words, width: number): string[] {
  const [, ...lines] = decisionTree(decision, words).split('\n');
  return lines.flatMap((line) => {
    const branch = /^[│├└─ ]*/.exec(line)?.[0] ?? '';
    if (branch.endsWith('   ')) return [line];
    const below = branch.replace('├─', '│ ').replace('└─', '  ');
    return wrap(line.slice(branch.length), width - cells(branch)).map(
      (part, at) => `${at === 0 ? branch : below}${part}`,
    );
  });
}

/** The same as a flow chart in Mermaid's language. */
export function decisionChart(decision: Decision, words: Words): string {
  const lines: string[] = [];
  let count = 0;
  // A quote ends a label, # begins an entity, and a backtick behind a quote begins Markdown.
  const label = (key: string): string =>
    words
      .of(decision, { key })
      .replace(/[#"]/g, (sign) => `#${sign.charCodeAt(0)};`)
      .replace(/`([^`]+)`/g, '<code>$1</code>');
  const draw = ({ ask, command, answers }: Question): string => {
    const name = `q${count++}`;
    lines.push(`    ${name}{"${label(ask)}${command ? `<br/><code>${command.replaceAll('"', '#34;')}</code>` : ''}"}`);
    for (const { answer, next, trap } of answers) {
      const target = next ? draw(next) : (trap ?? `e${count++}`);
      if (!next && !trap) lines.push(`    ${target}["${words.ui('decision.end')}"]`);
      lines.push(`    ${name} -- "${label(answer)}" --> ${target}`);
    }
    return name;
  };
  draw(decision.start);
  return ['flowchart TD', ...lines].join('\n');
}

/** The page of a decision, in Markdown, its links leading to the traps beside it. */
export function decisionPage(decision: Decision, words: Words): string {
  const links = leavesOf(decision.start).map(({ trap }) => `[${trap}](../traps/${trap}.md)`);
  return `# ${decision.id}\n\n${words.of(decision, { key: 'title' })}\n\n\`\`\`mermaid\n${decisionChart(decision, words)}\n\`\`\`\n\n${links.join(' · ')}\n`;
}
