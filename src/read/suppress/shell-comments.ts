import { type Comment, CommentScan } from './comment-scan.ts';

/** `#` at the start of a word of a shell; `first` is the line of the text in its file. */
export function shellComments(text: string, first = 1): Comment[] {
  const scan = new CommentScan(text, first);
  while (!scan.atEnd) {
    if (scan.sees('#') && scan.atWordStart) scan.commentToLineEnd(1);
    else if (scan.sees('\\')) scan.step(2);
    else if (scan.sees("'")) scan.skipQuoted({ lines: true, escapes: false });
    else if (scan.sees('"')) scan.skipQuoted({ lines: true, escapes: true });
    else if (scan.sees('<<') && !scan.sees('<<<')) scan.hereDocument();
    else scan.step();
  }
  return scan.comments;
}
