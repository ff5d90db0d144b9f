import type { Edit } from '../core/claim.ts';

/** Changes in unified form, one hunk a line: enough to read and for `git apply --unidiff-zero`. */
export function diffOf(edits: readonly Edit[]): string {
  const lines: string[] = [];
  let file = '';
  for (const edit of edits) {
    if (edit.file !== file) lines.push(`--- ${quoted(`a/${edit.file}`)}`, `+++ ${quoted(`b/${edit.file}`)}`);
    file = edit.file;
    const after = edit.text.replace(edit.before, () => edit.after);
    lines.push(`@@ -${edit.line} +${edit.line} @@`, `-${edit.text}`, `+${after}`);
  }
  return lines.join('\n');
}

/** A name with a line end in it must not look like lines of the diff; git writes such names in quotes too. */
function quoted(name: string): string {
  return /[\u0000-\u001f"\\]/.test(name) ? JSON.stringify(name) : name;
}
