import { Language, type Node, Parser, Query, type QueryCapture } from 'web-tree-sitter';

/** The two WebAssembly files that the parser is made of. */
export interface ParserFiles {
  /** web-tree-sitter.wasm */
  readonly runtime: Uint8Array;
  /** tree-sitter-go.wasm */
  readonly grammar: Uint8Array;
}

/** Longer sources are tables that a program wrote; nobody calls gRPC in them. */
const maxLength = 512 * 1024;
/** Go that people write nests some thirty levels deep, and a level is a few nodes. Deeper ones are not looked at. */
const maxDepth = 300;
/** With more brackets open at once a text is no Go, and recovering from it takes time that grows with the square. */
const maxOpen = 500;

/** A parser of Go. There is one in a program: the runtime behind it is loaded once. */
export class GoParser {
  readonly #parser: Parser;
  readonly #language: Language;
  readonly #queries = new Map<string, Query>();

  private constructor(parser: Parser, language: Language) {
    this.#parser = parser;
    this.#language = language;
  }

  static async load({ runtime, grammar }: ParserFiles): Promise<GoParser> {
    await Parser.init({ wasmBinary: exactly(runtime), locateFile: (name: string) => name });
    const language = await Language.load(grammar);
    return new GoParser(new Parser().setLanguage(language), language);
  }

  /**
   * Parses, and lets `use` read the tree, which is gone afterwards. Broken Go is parsed as far as it is Go; undefined for
   * a text that is too long, or nothing like Go.
   */
  parse<T>(text: string, use: (root: Node) => T): T | undefined {
    const tree = text.length > maxLength || neverCloses(text) ? null : this.#parser.parse(text);
    if (!tree) return undefined;
    try {
      return use(tree.rootNode);
    } finally {
      tree.delete();
    }
  }

  /** What a query finds below a node, in the order of the text. */
  captures(query: string, node: Node): QueryCapture[] {
    let compiled = this.#queries.get(query);
    if (!compiled) {
      compiled = new Query(this.#language, query);
      this.#queries.set(query, compiled);
    }
    return compiled.captures(node, { maxStartDepth: maxDepth });
  }
}

function neverCloses(text: string): boolean {
  let open = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 40 || code === 91 || code === 123) open += 1;
    else if ((code === 41 || code === 93 || code === 125) && open > 0) open -= 1;
    if (open > maxOpen) return true;
  }
  return false;
}

/** A buffer that holds these bytes and nothing else: files that are read share larger ones. */
function exactly(bytes: Uint8Array): ArrayBuffer {
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
}
