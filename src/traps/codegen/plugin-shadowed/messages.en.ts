export const en = {
  summary: 'Two releases of one plugin are on PATH, and the first runs',
  title: '{plugin} runs from {folder} ({first}) and hides {other} in {hidden}',
  why: 'protoc starts the first program of the name. An update of the second one changes nothing.',
  bites: 'generated code of another version than the one that was installed last',
  'fix-remove': 'remove the one in {folder}, or put {hidden} before it on PATH',
} as const;
