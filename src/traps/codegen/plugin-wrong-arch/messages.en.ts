export const en = {
  summary: 'protoc or a plugin was built for another processor or system',
  title: '{path} is built for {built}, this is {host}',
  why: 'It is the first of its name on PATH, so it is the one that is started; a good one further on is not tried.',
  bites:
    '{path}: 1: Syntax error: ")" unexpected … {plugin}: Plugin failed with status code 2. (buf: exec format error)',
  'bites-other': 'Bad CPU type in executable, or: exec format error',
  'fix-env': 'look whether GOOS or GOARCH is exported where it was installed: go install follows them',
  'seen-why': 'The executable was built for another processor or system than the one that starts it.',
  'seen-fix': 'install the release for this system; `file` names what it was built for',
} as const;
