import { type Pattern, untilLineEnd, wording } from './pattern.ts';

const version = String.raw`v?\d[\w.+-]{0,120}`;
const module = String.raw`(?<module>[\w.~-]{1,120}\.[a-z]{2,20}(?:\/[\w.~!-]{1,120}){0,12})`;

/** The go command: toolchains, modules, vendor folders and workspaces. */
export const goCommandPatterns: readonly Pattern[] = [
  wording(
    'go-too-old',
    'requires go >=',
    /requires go >= ?v?(?<needs>[\d.]{1,12}\w{0,8}) \(running go (?<have>[\d.]{1,12}\w{0,8})/,
  ),
  wording('go-too-old', 'module requires Go', /module requires Go (?<needs>[\d.]{1,12})/),
  wording(
    'go-too-old',
    'invalid go version',
    /invalid go version '(?<needs>\d{1,2}(?:\.\d{1,3}){1,2}\w{0,8})': must match format/,
  ),
  wording('go-too-old', 'cannot compile Go ', /cannot compile Go (?<needs>\d\.\d{1,3}) code/),
  wording('go-mod-line-unknown', 'unknown directive', /unknown directive: (?<directive>\w{1,40})/),
  wording(
    'package-not-in-goroot',
    ['is not in GOROOT', 'is not in std'],
    /package (?<package>[\w./-]{1,200}) is not in (?:GOROOT|std)/,
  ),
  wording(
    'go-line-too-low',
    '-lang was set to',
    /(?:requires go(?<needs>[\d.]{1,12}) or later )?\(-lang was set to go(?<line>[\d.]{1,12})/,
  ),
  wording(
    'toolchain-not-available',
    'toolchain not available',
    /download go(?<toolchain>[\d.]{1,12}\w{0,8}) for \S{1,40}: toolchain not available/,
  ),
  wording('toolchain-not-available', 'in PATH', /cannot find "go(?<toolchain>\d[\d.]{1,12}\w{0,8})" in PATH/),
  wording(
    'go-versions-mixed',
    'does not match go tool version',
    /version "go(?<a>[^"]{1,40})" does not match go tool version "go(?<b>[^"]{1,40})"/,
  ),
  wording('c-compiler-not-found', 'C compiler', /(?:cgo|go): C compiler "(?<compiler>[^"]{1,200})" not found/),
  wording(
    'c-compiler-not-found',
    'executable file not found in',
    /(?:# runtime\/cgo|cgo: exec \S{1,80}:) exec: "?(?<compiler>[\w.+-]{1,80})"?: executable file not found in/,
  ),
  wording(
    'no-go-mod',
    'go.mod file not found in current directory',
    /go\.mod file not found in current directory or any parent directory/,
  ),
  wording('no-go-mod', 'no longer supported outside a module', /no longer supported outside a module/),
  wording(
    'no-go-mod',
    'does not contain main module',
    /directory prefix \S{1,300} does not contain main module or its selected dependencies/,
  ),
  wording('no-go-mod', 'cannot find main module', /cannot find main module/),
  wording(
    'package-not-in-module',
    'does not contain package',
    /module (?<module>[^\s@]{1,200})(?:@\S{1,120})? found(?: \([^)]{1,120}\))?, but does not contain package (?<package>[\w./-]{1,300})/,
  ),
  wording(
    'package-not-in-gopath',
    '(from $GOPATH)',
    /cannot find package "(?<package>[\w./-]{1,300})" in any of:.{1,600}?\(from \$GOPATH\)/,
  ),
  wording(
    'package-outside-module',
    'does not contain package',
    /main module \([^\s)]{1,300}\) does not contain package (?<package>[\w./-]{1,300})/,
  ),
  wording('package-not-found', 'cannot find package', /cannot find package "(?<package>[\w./-]{1,300})"/),
  wording(
    'module-not-required',
    'no required module provides package',
    /(?:(?<file>[^\s:]{1,400}\.go):\d{1,9}:\d{1,9}: )?no required module provides package (?<package>[\w./-]{1,300})/,
  ),
  wording(
    'import-ambiguous',
    'ambiguous import',
    /ambiguous import: found package (?<package>[\w./-]{1,300}) in multiple modules/,
  ),
  wording(
    'go-sum-lacks',
    'missing go.sum entry',
    /missing go\.sum entry(?: for (?:go\.mod file|module providing package (?<module>[\w./-]{1,300})))?/,
  ),
  wording('go-sum-malformed', 'malformed go.sum', /malformed go\.sum:/),
  wording(
    'checksum-differs',
    'checksum mismatch',
    new RegExp(String.raw`verifying (?:module: )?${module}@${version}(?:\/go\.mod)?: checksum mismatch`),
  ),
  wording('checksum-differs', 'checksum mismatch', /(?<!go\.mod: |\d: )checksum mismatch downloaded: h1:/),
  wording(
    'module-path-differs',
    'declares its path as',
    /declares its path as: (?<declared>\S{1,300}) but was required as: (?<required>\S{1,300})/,
  ),
  wording('module-path-differs', 'unexpected module path', /unexpected module path "(?<declared>[^"]{1,300})"/),
  wording(
    'revision-unknown',
    ['unknown revision', 'invalid version'],
    new RegExp(
      String.raw`(?:${module}@${version}: )?(?:invalid version: )?(?:unknown revision (?!or path not in)(?<revision>\S{1,200})|invalid version: git )`,
    ),
  ),
  // A version in go.mod that the go command has to ask for: a branch, `latest`, a number without its v.
  wording(
    'revision-unknown',
    'errors parsing go.mod',
    /errors parsing go\.mod:.{1,300}?go\.mod:\d{1,9}: (?:module lookup disabled|no matching versions)/,
  ),
  // A version that nobody publishes, and people write for a module of their own repository.
  wording(
    'revision-unknown',
    '@v0.0.0: ',
    new RegExp(String.raw`${module}@(?<revision>v0\.0\.0): (?:module lookup disabled|unrecognized import path)`),
  ),
  wording(
    'revision-unknown',
    'invalid: should be v',
    /require (?<module>[^\s:]{1,300}): version "(?<revision>[^"]{1,120})" invalid: should be v\d/,
  ),
  wording('replacement-missing', 'replacement directory', /replacement directory (?<folder>\S{1,300}) does not exist/),
  wording(
    'replacement-missing',
    'go.mod: no such file or directory',
    /module (?<folder>\.{0,2}\/\S{1,300}): reading \S{1,300}go\.mod: open \S{1,300}go\.mod: no such file or directory/,
  ),
  wording(
    'revision-unknown',
    'no matching versions for query',
    /no matching versions for query "(?<revision>[^"]{1,200})"/,
  ),
  wording(
    'repository-login',
    'could not read Username',
    /could not read Username for '(?:\w{1,10}:\/\/)?(?<host>[^'/]{1,200})/,
  ),
  // git alone says the same of any repository: the go command has to speak beside it.
  wording(
    'repository-login',
    'uthentication failed for ',
    /[Aa]uthentication failed for '(?:\w{1,10}:\/\/)?(?:[^'@/]{1,100}@)?(?<host>[^'/]{1,200}).{0,300}? go: /,
  ),
  wording(
    'repository-login',
    'uthentication failed for ',
    /go: .{1,600}?[Aa]uthentication failed for '(?:\w{1,10}:\/\/)?(?:[^'@/]{1,100}@)?(?<host>[^'/]{1,200})/,
  ),
  wording(
    'repository-login',
    ['Host key verification failed', 'Permission denied (publickey'],
    /(?:Host key verification failed|Permission denied \(publickey).{0,400}? go: \S{1,300}@/,
  ),
  wording(
    'repository-login',
    ['Host key verification failed', 'Permission denied (publickey'],
    /go: \S{1,300}@.{1,600}?(?:Host key verification failed|Permission denied \(publickey)/,
  ),
  wording(
    'repository-login',
    'could not read Password',
    /could not read Password for '(?:\w{1,10}:\/\/)?(?<host>[^'/]{1,200})/,
  ),
  wording(
    'repository-login',
    'no secure protocol found for',
    /(?<host>[\w.-]{1,200})\/\S{1,300}: no secure protocol found for repository/,
  ),
  wording('vendor-differs', 'inconsistent vendoring', /inconsistent vendoring in/),
  wording(
    'vendor-differs',
    'import lookup disabled by -mod=vendor',
    /cannot find module providing package \S{1,300}: import lookup disabled by -mod=vendor/,
  ),
  wording('vendor-differs', 'cannot find package "." in:', /cannot find package "\." in: \S{1,400}\/vendor\//),
  wording(
    'workspace-refuses',
    'in workspace mode',
    /(?:'(?<what>go [\w -]{1,60})' cannot be run|may only be set to readonly(?: or vendor)? when|-modfile cannot be used) in workspace mode/,
  ),
  wording(
    'workspace-lacks-module',
    ['not one of the workspace modules', 'no modules were found in the current workspace', 'modules listed in go.work'],
    /not one of the workspace modules|no modules were found in the current workspace|(?:outside|does not contain) modules listed in go\.work/,
  ),
  untilLineEnd(
    'reason',
    wording(
      'request-failed',
      ['Get http', 'Get "http', 'Post http', 'Post "http', 'Head http', 'Head "http'],
      /(?:Get|Post|Head) "?(?<url>https?:\/\/[^\s"]{1,600}?)"?: (?<reason>(?:(?!Get |Post ).){1,240})/,
    ),
  ),
  // The address is the last that was asked, often without a host.
  wording(
    'module-redirected',
    'stopped after ',
    /@v[\w.+-]{1,120}: (?:reading \S{1,600}: )?Get "(?<url>[^"]{1,600})": stopped after \d{1,3} redirects/,
  ),
  wording(
    'module-answer-refused',
    'invalid response from proxy',
    /invalid response from proxy "(?<url>[^"]{1,600})": (?<reason>invalid character '.{1,4}' looking for beginning of value)/,
  ),
  wording('module-answer-refused', 'malformed record data', /: (?<reason>malformed record data)/),
  wording(
    'module-answer-refused',
    'zip: not a valid zip file',
    /go: (?:\S{1,300}: )?zip: (?<reason>not a valid zip file)/,
  ),
  wording('request-status', 'reading http', /reading (?<url>https?:\/\/[^\s"]{1,600}): (?<status>\d{3})\b/),
  wording(
    'request-status',
    'unexpected status',
    /unexpected status \((?<url>https?:\/\/[^\s")]{1,600})\): (?<status>\d{3})\b/,
  ),
  wording(
    'request-status',
    [': 403 Forbidden', ': 401 Unauthorized', ': 410 Gone', ': 404 Not Found'],
    /(?<!reading |unexpected status \()(?<url>https?:\/\/[^\s"()]{1,600}): (?<status>\d{3}) [A-Z]/,
  ),
];
