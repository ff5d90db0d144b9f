import type { UiKey } from '../../i18n/ui.en.ts';
import type { Words } from '../../i18n/words.ts';
import { cells, pad, wrap } from '../../report/layout.ts';
import { type CommandSpec, commands, globalOptions, type OptionSpec, optionsOf } from '../options.ts';

/** Help for one command, or for the whole program. */
export function helpText(words: Words, width: number, command?: CommandSpec): string {
  const labelled = (label: UiKey, text = ''): string =>
    words.ui('punctuation.labelled', { label: words.ui(label), text }).trimEnd();
  const heading = command
    ? [labelled('help.usage', `grpc-doctor ${command.name} ${command.arguments}`), '', words.ui(command.help)]
    : [
        words.ui('punctuation.labelled', { label: 'grpc-doctor', text: words.ui('help.tagline') }),
        '',
        labelled('help.usage', 'grpc-doctor [check] [DIR]'),
      ];
  const list = command ? [] : ['', labelled('help.commands'), ...table(commandRows(words), width)];
  const options = command ? optionsOf(command) : globalOptions;
  return `${[
    ...heading.flatMap((line) => wrap(line, width)),
    ...list,
    '',
    labelled('help.options'),
    ...table(
      options.map((option) => [optionText(option), words.ui(option.help)]),
      width,
    ),
    '',
    ...wrap(labelled('help.exit', words.ui(command?.exit ?? 'help.exitText')), width),
  ].join('\n')}\n`;
}

function commandRows(words: Words): [string, string][] {
  return commands.map((command) => [`${command.name} ${command.arguments}`, words.ui(command.help)]);
}

function optionText({ name, short, type, values, hint }: OptionSpec): string {
  const value = type === 'boolean' ? '' : ` ${values?.join('|') ?? hint ?? ''}`;
  return `${short ? `-${short}, ` : ''}--${name}${value}`;
}

function table(rows: readonly (readonly string[])[], width: number): string[] {
  const widest = Math.min(38, Math.max(...rows.map(([left = '']) => cells(left))));
  return rows.flatMap(([left = '', right = '']) => {
    const [first = '', ...rest] = wrap(right, Math.max(20, width - widest - 4));
    const wide = cells(left) > widest;
    const lines = wide ? [`  ${left}`, `${' '.repeat(widest + 4)}${first}`] : [`  ${pad(left, widest)}  ${first}`];
    return [...lines, ...rest.map((line) => `${' '.repeat(widest + 4)}${line}`)];
  });
}
