export const en = {
  summary: 'protoc is told to write into a folder that is not there',
  title: '{file} lets {plugin} write into {folder}, which is not there',
  why: 'protoc makes folders below an output folder, never the output folder itself. git keeps no empty folder, so it is missing in every fresh checkout.',
  bites: 'protoc: {written}: No such file or directory',
  'fix-make': 'make the folder in front of the call: mkdir -p {words}',
  'fix-once': 'make {folder} on this machine; others still do not have it',
  'seen-why': 'protoc makes the folders below the output folder, and not the output folder itself.',
  'seen-fix': 'make the folder before',
} as const;
