/** Words of a line of a system file, as Go cuts them (net.getFields). */
export function fieldsOf(line: string): readonly string[] {
  return line.split(/[ \r\t\n]+/).filter((word) => word !== '');
}
