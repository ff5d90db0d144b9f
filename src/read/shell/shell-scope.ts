/**
 * The variables of a script while it is read from top to bottom. A variable that got different values in two branches has
 * none afterwards: a guess would be worse than "unresolved".
 */
export class ShellScope {
  private readonly values: Map<string, string>;
  private readonly frames: Map<string, string | undefined>[] = [];

  constructor(values: Iterable<[string, string]> = []) {
    this.values = new Map(values);
  }

  get(name: string): string | undefined {
    return this.values.get(name);
  }

  set(name: string, value: string): void {
    const frame = this.frames.at(-1);
    if (frame && !frame.has(name)) frame.set(name, this.values.get(name));
    this.values.set(name, value);
  }

  append(name: string, value: string): void {
    const old = this.values.get(name);
    this.set(name, old === undefined ? value : `${old}${value}`);
  }

  delete(name: string): void {
    this.values.delete(name);
  }

  /** A branch, loop body or function begins. */
  enter(): void {
    this.frames.push(new Map());
  }

  /** It ends. PATH keeps all it got: a folder too many in it hides nothing, one too few gives a false alarm. */
  leave(): void {
    for (const [name, before] of this.frames.pop() ?? []) {
      if (before !== undefined && before !== this.values.get(name) && name !== 'PATH') this.values.delete(name);
    }
  }

  /** Everything known now. */
  snapshot(): Map<string, string> {
    return new Map(this.values);
  }
}
