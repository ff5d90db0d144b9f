import { type Pattern, wording } from './pattern.ts';

const value = String.raw`(?:: "?(?<value>[^\s"]{1,300}))?`;

/** Variables and folders that the go command needs for itself, and what other programs miss on a machine. */
export const goSettingPatterns: readonly Pattern[] = [
  wording(
    'go-setting-refused',
    'parsing $GOFLAGS',
    /parsing \$(?<setting>GOFLAGS): (?<value>[^\n]{1,120}?)(?= \w+: |$)/,
  ),
  wording(
    'go-setting-refused',
    ['entry is relative', 'entry cannot start with'],
    new RegExp(
      String.raw`(?<setting>GO[A-Z]{2,20}) entry (?:is relative; must be absolute path|cannot start with shell metacharacter '~')${value}`,
    ),
  ),
  wording('go-setting-refused', 'invalid GOTOOLCHAIN', /invalid (?<setting>GOTOOLCHAIN) "(?<value>[^"]{1,120})"/),
  wording(
    'go-setting-refused',
    'unknown environment setting',
    /unknown environment setting (?<setting>GO\w{2,20})=(?<value>\S{0,120})/,
  ),
  wording(
    'go-setting-refused',
    'cannot find GOROOT directory',
    /cannot find (?<setting>GOROOT) directory: (?<value>\S{1,300})/,
  ),
  wording('go-setting-refused', 'invalid GOWORK', /invalid (?<setting>GOWORK): not an absolute path/),
  wording(
    'go-setting-refused',
    'GOBIN must be an absolute path',
    /cannot install, (?<setting>GOBIN) must be an absolute path/,
  ),
  wording(
    'go-setting-refused',
    'creating work dir',
    /go: creating work dir: (?:stat|mkdir) (?<value>\S{1,300}): no such file or directory/,
    { setting: 'GOTMPDIR' },
  ),
  wording('go-tool-missing', 'no such tool', /no such tool "(?<tool>asm|cgo|compile|cover|fix|link|vet)"/),
  wording(
    'install-folder-refused',
    'go install ',
    /go install \S{1,300}: (?:copying \S{1,300}: open|mkdir|open) (?<folder>[^\s:]{1,300}): (?:permission denied|file exists|not a directory|read-only file system)/,
  ),
  wording(
    'go-setting-refused',
    ['GOCACHE is not an absolute path', 'build cache is disabled by'],
    /(?<setting>GOCACHE)(?: is not an absolute path|=off, but required)/,
  ),
  wording('go-folder-refused', 'failed to initialize build cache', /failed to initialize (?<folder>build cache) at/),
  wording('go-folder-refused', 'could not create module cache', /could not create (?<folder>module cache)/),
  wording(
    'go-folder-unplaced',
    'could not be located',
    /(?<folder>build cache) is required, but could not be located: GOCACHE is not defined and neither \S{1,30} nor \$HOME are defined/,
  ),
  wording(
    'go-folder-unplaced',
    'module cache not found',
    /(?<folder>module cache) not found: neither GOMODCACHE nor GOPATH is set/,
  ),
  wording(
    'go-folder-unplaced',
    'cannot find go env config',
    /cannot find (?<folder>go env config): neither \S{1,30} nor \$HOME are defined/,
  ),
  wording(
    'workspace-member-refused',
    'listed in go.work file',
    /(?:cannot load module|module)(?: \S{1,300})? listed in go\.work file/,
  ),
  wording(
    'workspace-member-refused',
    'appears multiple times in workspace',
    /module \S{1,300} appears multiple times in workspace/,
  ),
  wording(
    'workspace-member-refused',
    'conflicting replacements for',
    /conflicting replacements (?:found )?for \S{1,300}/,
  ),
  wording(
    'workspace-member-refused',
    'is replaced at all versions in the go.work file',
    /workspace module \S{1,300} is replaced at all versions in the go\.work file/,
  ),
  wording('go-mod-behind', 'updates to go.mod needed', /updates to go\.mod needed/),
  wording(
    'install-needs-version',
    'requires a version when current directory',
    /'go install' requires a version when current directory is not in a module/,
  ),
  wording(
    'linter-too-old',
    'used to build golangci-lint is lower',
    /the Go language version \(go(?<have>[\d.]{1,12})\) used to build golangci-lint is lower than the targeted Go version \((?<needs>[\d.]{1,12})\)/,
  ),
  wording(
    'time-zone-unknown',
    'unknown time zone',
    /unknown time zone (?<zone>[A-Za-z_+-]{1,40}(?:\/[A-Za-z_+-]{1,40}){0,2})/,
  ),
  wording(
    'processor-too-old',
    'This program can only be run on',
    /This program can only be run on (?<level>AMD64 processors with v\d microarchitecture support|\S{1,40} processors with \S{1,40} support)/,
  ),
  wording(
    'user-unknown',
    'no matching entries in passwd file',
    /unable to find user (?<user>\S{1,60}): no matching entries in passwd file/,
  ),
  wording('user-unknown', ['unknown userid', 'unknown user '], /user: unknown user(?:id)? (?<user>\S{1,60})/),
  wording('user-unknown', 'open /etc/passwd', /open \/etc\/passwd: no such file or directory/),
  // Right below the folder itself, with the digits that make it unique.
  wording(
    'temporary-file-refused',
    'no such file or directory',
    /(?:open|mkdir) (?<file>\/(?:var\/)?tmp\/[^\s/:]{0,100}[\d…][^\s/:]{0,60}): no such file or directory/,
  ),
  wording('user-unknown', 'user: Current requires cgo or $USER', /user: Current requires cgo or \$USER/),
];
