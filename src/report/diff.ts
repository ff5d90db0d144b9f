import type { Edit } from '../core/claim.ts';

/** Changes in unified form, one hunk a line, which may become several: enough to read and for `git apply --unidiff-zero`. */
export function diffOf(edits: readonly Edit[]): string {
  const lines: string[] = [];
  let file = '';
  let added = 0;
  for (const edit of edits) {
    if (edit.file !== file) {
      lines.push(`--- ${nameIn('a', edit.file)}`, `+++ ${nameIn('b', edit.file)}`);
      file = edit.file;
      added = 0;
    }
    const after = edit.text.replace(edit.before, () => edit.after).split('\n');
    const size = after.length > 1 ? `,${after.length}` : '';
    lines.push(`@@ -${edit.line} +${edit.line + added}${size} @@`, `-${edit.text}`, ...after.map((line) => `+${line}`));
    added += after.length - 1;
  }
  return lines.join('\n');
}

/** Only a file of the project has one of the two trees before it, by which git finds it. */
function nameIn(tree: string, file: string): string {
  return quoted(/^(?:\/|[A-Za-z]:)/.test(file) ? file : `${tree}/${file}`);
}

/** A name with a line end in it must not look like lines of the diff; git writes such names in quotes too. */
function quoted(name: string): string {
  return /[\u0000-\u001f"\\]/.test(name) ? JSON.stringify(name) : name;
}
