const LINE = /^[ \t]*module[ \t]+(?:"([^"\s]+)"|((?:(?!\/\/)[^\s"`()])+))/m;
const BLOCK = /^[ \t]*module[ \t]*\([ \t]*\r?\n(?:[ \t]*(?:\/\/[^\n]*)?\r?\n)*[ \t]*"?((?:(?!\/\/)[^\s"`()])+)/m;

/** The path that a go.mod declares, without reading the rest of it; undefined where it declares none. In linear time. */
export function declaredPath(goMod: string): string | undefined {
  const line = LINE.exec(goMod);
  return line ? (line[1] ?? line[2]) : BLOCK.exec(goMod)?.[1];
}
