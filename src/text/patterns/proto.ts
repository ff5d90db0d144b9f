import { type Pattern, wording } from './pattern.ts';

const file = String.raw`(?<file>[^\s:"]{1,300}\.proto)`;

/** protoc and buf about .proto files. */
export const protoPatterns: readonly Pattern[] = [
  wording('proto-import-missing', 'File not found', new RegExp(`${file}: File not found`)),
  wording(
    'proto-import-broken',
    'was not found or had errors',
    /Import "(?<file>[^"]{1,300})" was not found or had errors/,
  ),
  wording(
    'proto-import-missing',
    'does not exist',
    /(?:import "|:)(?<file>[^\s":]{1,300}\.proto)"?: (?:file )?does not exist/,
  ),
  // buf names the file that imports.
  wording(
    'proto-import-missing',
    'imported file does not exist',
    /(?<importer>[^\s:"]{1,300}\.proto):\d{1,9}:\d{1,9}:\s?imported file does not exist/,
  ),
  wording(
    'proto-input-missing',
    'Could not make proto path relative',
    /Could not make proto path relative: (?<file>[^\s:]{1,300}): No such file or directory/,
  ),
  wording(
    'proto-input-missing',
    '.proto: No such file or directory',
    new RegExp(`(?<!relative: )${file}: No such file or directory`),
  ),
  wording(
    'proto-input-missing',
    'had no .proto files',
    /Module "path: "?(?<file>[^"]{1,300})"?"? had no \.proto files/,
  ),
  wording(
    'proto-outside-roots',
    'is contained in multiple modules',
    new RegExp(`${file} is contained in multiple modules`),
  ),
  wording(
    'proto-outside-roots',
    'does not reside within any path',
    new RegExp(`${file}: File does not reside within any path`),
  ),
  wording(
    'proto-outside-roots',
    'is shadowed in the --proto_path',
    new RegExp(`${file}: Input is shadowed in the --proto_path`),
  ),
  wording(
    'proto-defined-twice',
    'is already defined in',
    /"(?<name>[\w.]{1,300})" is already defined in (?:file )?"(?<file>[^"]{1,300})"/,
  ),
  wording(
    'proto-defined-twice',
    'seems to be defined in',
    /"(?<name>[\w.]{1,300})" seems to be defined in "(?<file>[^"]{1,300})"/,
  ),
  wording(
    'proto-circle',
    'recursively imports itself',
    /(?:(?<file>[^\s:]{1,300}):\d{1,9}:\d{1,9}: )?File recursively imports itself: (?<circle>[^\s:"]{1,300}(?: -> [^\s:"]{1,300}){1,30})/,
  ),
  wording(
    'proto-package-circle',
    'Package import cycle',
    /\.proto:\d{1,9}:\d{1,9}:\s?Package import cycle: (?<circle>[\w.]{1,200}(?: -> [\w.]{1,200}){1,30})/,
  ),
  wording('proto-circle', 'detected cyclic import', /detected cyclic import while importing "(?<file>[^"]{1,300})"/),
  wording(
    'proto-syntax',
    ['Expected ', 'Reached end of input', 'Multiline strings', 'Groups are not supported', 'Unexpected end of string'],
    new RegExp(
      String.raw`${file}:\d{1,9}:\d{1,9}: (?:Expected (?:"|top-level|an? |[a-z]{2,20} )|Reached end of input in |Multiline strings are not allowed|Groups are not supported|Unexpected end of string)`,
    ),
  ),
  wording(
    'proto-syntax',
    'syntax error: ',
    new RegExp(String.raw`${file}:\d{1,9}:\d{1,9}:\s?syntax error: (?:un)?expect`),
  ),
  wording(
    'proto-defined-twice',
    'is already defined (as something other than a package)',
    /"(?<name>[\w.]{1,300})" is already defined \(as something other than a package\) in file "(?<file>[^"]{1,300})"/,
  ),
  wording(
    'proto-defined-twice',
    'declared multiple times',
    new RegExp(`${file}:\\d{1,9}:\\d{1,9}:\\s?\`(?<name>[\\w.]{1,300})\` declared multiple times`),
  ),
  // protoc before editions reads such a file as proto2, and stumbles twice.
  wording(
    'plugin-lacks-feature',
    'Expected top-level statement',
    /\.proto:\d{1,9}:\d{1,9}: Expected top-level statement \(e\.g\. "message"\)\. [^\s:"]{1,300}\.proto:\d{1,9}:\d{1,9}: Expected "required", "optional", or "repeated"/,
    { feature: 'editions', plugin: 'protoc' },
  ),
];
