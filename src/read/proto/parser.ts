import type { Place } from '../source-text.ts';
import { FieldReader, scalarTypes } from './field-reader.ts';
import { flat } from './flat.ts';
import { longestName, ProtoPhrases } from './phrases.ts';
import type {
  ProtoEnum,
  ProtoEnumValue,
  ProtoField,
  ProtoImport,
  ProtoMessage,
  ProtoMethod,
  ProtoName,
  ProtoOption,
  ProtoService,
  ProtoSource,
  ProtoSymbol,
  ProtoSymbolKind,
} from './proto-source.ts';

/** protoc itself gives up at 32 messages; deeper blocks are passed over, so that names stay short. */
const mostScopes = 64;

/** No system has files with longer names. */
const longestPath = 4096;

/** A block that is open. */
interface Scope {
  readonly kind: 'file' | 'message' | 'enum' | 'service' | 'method' | 'oneof' | 'extend';
  /** What stands before names in it: empty, or `Outer.Inner.`. */
  readonly prefix: string;
  /** Its first word. */
  readonly place: Place;
  readonly oneof?: string;
  readonly fields?: ProtoField[];
  readonly values?: ProtoEnumValue[];
  readonly methods?: ProtoMethod[];
  /** Nothing stands in it so far. */
  empty: boolean;
}

/** Goes once through a .proto file. Open blocks are a stack of its own, not calls: nesting costs no stack of the machine. */
export class ProtoParser {
  readonly messages: ProtoMessage[] = [];
  readonly enums: ProtoEnum[] = [];
  readonly #phrases: ProtoPhrases;
  readonly #field: FieldReader;
  readonly #details: boolean;
  readonly #imports: ProtoImport[] = [];
  readonly #options: ProtoOption[] = [];
  readonly #symbols: ProtoSymbol[] = [];
  readonly #services: ProtoService[] = [];
  readonly #optionals: ProtoName[] = [];
  readonly #scopes: Scope[] = [];
  #syntax: ProtoSource['syntax'] = 'proto2';
  #edition: string | undefined;
  #syntaxPlace: Place | undefined;
  #package: ProtoName | undefined;

  constructor(text: string, details: boolean) {
    this.#phrases = new ProtoPhrases(text);
    this.#field = new FieldReader(this.#phrases, details);
    this.#details = details;
  }

  run(): ProtoSource {
    const { lexer } = this.#phrases;
    let scope: Scope = { kind: 'file', prefix: '', place: { line: 1, column: 1 }, empty: true };
    this.#scopes.push(scope);
    while (lexer.kind !== 'end') {
      if (lexer.is('}')) this.#close(scope);
      else if (lexer.is(';')) {
        if (needsFields(scope)) lexer.fault('empty-statement');
        scope.empty &&= scope.kind !== 'file';
        lexer.next();
      } else {
        const good = this.#statement(scope);
        scope.empty = false;
        if (!good) this.#phrases.skipStatement();
      }
      scope = this.#scopes.at(-1) ?? scope;
    }
    const told = lexer.faults.at(-1)?.key === 'end-of-file';
    if (this.#scopes.length > 1 && !told) lexer.fault('end-of-file', '}');
    return {
      syntax: this.#syntax,
      ...(this.#edition !== undefined && { edition: this.#edition }),
      ...(this.#syntaxPlace && { syntaxPlace: this.#syntaxPlace }),
      ...(this.#package && { package: this.#package }),
      imports: this.#imports,
      options: this.#options,
      symbols: this.#symbols,
      services: this.#services,
      optionals: this.#optionals,
      faults: lexer.faults.map((fault) => ({ ...fault, found: flat(fault.found) })),
    };
  }

  /** At a closing brace. */
  #close(scope: Scope): void {
    const { lexer } = this.#phrases;
    if (this.#scopes.length === 1) lexer.fault('brace');
    else {
      this.#scopes.pop();
      if (scope.empty && (needsFields(scope) || scope.kind === 'enum'))
        lexer.note({ ...scope.place, key: 'empty', found: scope.kind });
    }
    lexer.next();
  }

  /** Reads one statement up to its end or into its block; false where something is wrong, told already. */
  #statement(scope: Scope): boolean {
    switch (scope.kind) {
      case 'file':
        return this.#fileStatement(scope);
      case 'message':
        return this.#messageStatement(scope);
      case 'enum':
        return this.#enumStatement(scope);
      case 'service':
        return this.#serviceStatement(scope);
      case 'method':
        return this.#phrases.word() === 'option' ? this.#option(undefined) : this.#phrases.wrong('statement');
      case 'oneof':
        return this.#phrases.word() === 'option' ? this.#option(undefined) : this.#fieldStatement(scope, 'oneof');
      case 'extend':
        return this.#fieldStatement(scope, 'extend');
    }
  }

  #fileStatement(scope: Scope): boolean {
    const word = this.#phrases.word();
    switch (word) {
      case 'syntax':
      case 'edition':
        return this.#syntaxStatement(scope, word);
      case 'package':
        return this.#packageStatement();
      case 'import':
        return this.#importStatement();
      case 'option':
        return this.#option(this.#options);
      case 'message':
        return this.#message(scope);
      case 'enum':
        return this.#enum(scope);
      case 'service':
        return this.#service(scope);
      case 'extend':
        return this.#extend(scope);
      case 'export':
      case 'local':
        return this.#modified(scope) ?? this.#phrases.wrong('statement');
      default:
        return this.#phrases.wrong('statement');
    }
  }

  #messageStatement(scope: Scope): boolean {
    switch (this.#phrases.word()) {
      case 'message':
        return this.#message(scope);
      case 'enum':
        return this.#enum(scope);
      case 'extend':
        return this.#extend(scope);
      case 'oneof':
        return this.#oneof(scope);
      case 'option':
        return this.#option(undefined);
      case 'extensions':
      case 'reserved':
        return this.#ranges(scope);
      case 'export':
      case 'local': {
        const place = this.#phrases.place();
        const name = this.#phrases.word();
        return this.#modified(scope) ?? this.#fieldStatement(scope, 'message', { name, ...place });
      }
      default:
        return this.#fieldStatement(scope, 'message');
    }
  }

  /** `export` or `local` before a message or enum; undefined where something else follows: the word may begin a type. */
  #modified(scope: Scope): boolean | undefined {
    const { lexer } = this.#phrases;
    const place = this.#phrases.place();
    const found = lexer.word();
    lexer.next();
    const word = this.#phrases.word();
    if (word !== 'message' && word !== 'enum') return undefined;
    if (!isAfter2023(this.#syntax, this.#edition)) lexer.note({ ...place, key: 'visibility', found });
    return word === 'message' ? this.#message(scope) : this.#enum(scope);
  }

  #syntaxStatement(scope: Scope, word: 'syntax' | 'edition'): boolean {
    const { lexer } = this.#phrases;
    const place = this.#phrases.place();
    if (!scope.empty) return this.#phrases.wrong('syntax-place');
    lexer.next();
    if (!this.#phrases.symbol('=')) return false;
    const value = this.#phrases.strings();
    if (value === undefined) return false;
    this.#syntaxPlace = place;
    if (word === 'edition') {
      this.#syntax = 'editions';
      this.#edition = value;
    } else if (value === 'proto2' || value === 'proto3') this.#syntax = value;
    else lexer.note({ ...place, key: 'syntax', found: value.slice(0, 40) });
    return this.#phrases.symbol(';');
  }

  #packageStatement(): boolean {
    const { lexer } = this.#phrases;
    if (this.#package) return this.#phrases.wrong('package-twice');
    lexer.next();
    const place = this.#phrases.place();
    const first = this.#phrases.wordOrFault();
    const name = first === undefined ? undefined : this.#phrases.restOfName(first, true);
    if (name === undefined) return false;
    this.#package = { name, ...place };
    return this.#phrases.symbol(';');
  }

  #importStatement(): boolean {
    const { lexer } = this.#phrases;
    const place = this.#phrases.place();
    lexer.next();
    const word = this.#phrases.word();
    const modified = word === 'public' || word === 'weak' || word === 'option';
    if (word === 'option' && !isAfter2023(this.#syntax, this.#edition)) lexer.fault('import-option');
    if (modified) lexer.next();
    const path = this.#phrases.strings();
    if (path === undefined) return false;
    if (path.length > longestPath) return this.#phrases.wrong('depth');
    this.#imports.push({ path, kind: modified ? word : 'plain', ...place });
    return this.#phrases.symbol(';');
  }

  #message(scope: Scope): boolean {
    const name = this.#blockName();
    return name !== undefined && this.#openMessage(scope, name);
  }

  /** The brace has been read. */
  #openMessage(scope: Scope, name: ProtoName): boolean {
    const place = { line: name.line, column: name.column };
    const full = this.#declare('message', scope, name);
    if (full === undefined) return true;
    const fields: ProtoField[] = [];
    if (this.#details) this.messages.push({ name: full, fields, ...place });
    this.#scopes.push({ kind: 'message', prefix: `${full}.`, place, fields, empty: true });
    return true;
  }

  #enum(scope: Scope): boolean {
    const name = this.#blockName();
    if (!name) return false;
    const place = { line: name.line, column: name.column };
    const full = this.#declare('enum', scope, name);
    if (full === undefined) return true;
    const values: ProtoEnumValue[] = [];
    if (this.#details) this.enums.push({ name: full, values, ...place });
    this.#scopes.push({ kind: 'enum', prefix: scope.prefix, place, values, empty: true });
    return true;
  }

  #service(scope: Scope): boolean {
    const name = this.#blockName();
    if (!name) return false;
    const place = { line: name.line, column: name.column };
    const full = this.#declare('service', scope, name);
    if (full === undefined) return true;
    const methods: ProtoMethod[] = [];
    this.#services.push({ name: full, methods, ...place });
    this.#scopes.push({ kind: 'service', prefix: '', place, methods, empty: true });
    return true;
  }

  #extend(scope: Scope): boolean {
    const { lexer } = this.#phrases;
    const place = this.#phrases.place();
    lexer.next();
    if (this.#phrases.typeName(false) === undefined || !this.#phrases.symbol('{')) return false;
    return this.#open({ kind: 'extend', prefix: scope.prefix, place, empty: true });
  }

  #oneof({ prefix, fields }: Scope): boolean {
    const name = this.#blockName();
    if (!name) return false;
    const place = { line: name.line, column: name.column };
    return this.#open({ kind: 'oneof', prefix, place, oneof: name.name, ...(fields && { fields }), empty: true });
  }

  /** `message Name {` and its like. */
  #blockName(): ProtoName | undefined {
    this.#phrases.lexer.next();
    const name = this.#phrases.name();
    return name && this.#phrases.symbol('{') ? name : undefined;
  }

  /** Opens a block that has no full name of its own. */
  #open(scope: Scope): boolean {
    if (this.#scopes.length < mostScopes) this.#scopes.push(scope);
    else this.#passOver();
    return true;
  }

  /** Notes the name of a block, and gives it in full; undefined where the block was passed over. */
  #declare(kind: ProtoSymbolKind, scope: Scope, name: ProtoName): string | undefined {
    const full = this.#scopes.length < mostScopes ? this.#symbol(kind, scope, name.name, name) : undefined;
    if (full === undefined) this.#passOver();
    return full;
  }

  /** Notes a name, and gives it in full; undefined where that is too long. */
  #symbol(kind: ProtoSymbolKind, { prefix }: Scope, name: string, { line, column }: Place): string | undefined {
    if (prefix.length + name.length > longestName) return undefined;
    const full = flat(prefix === '' ? name : prefix + name);
    this.#symbols.push({ kind, name: full, line, column });
    return full;
  }

  #passOver(): void {
    this.#phrases.lexer.fault('depth');
    this.#phrases.skipBlock();
  }

  #fieldStatement(scope: Scope, block: 'message' | 'oneof' | 'extend', first?: ProtoName): boolean {
    const field = this.#field;
    if (!field.read({ syntax: this.#syntax, block }, first)) return false;
    const { name } = field;
    if (field.label === 'optional' && this.#syntax === 'proto3') {
      const { line, column } = field.labelPlace;
      this.#optionals.push({ name: flat(field.fieldName), line, column });
    }
    if (block === 'extend') this.#symbol('extension', scope, field.fieldName, name);
    if (this.#details) scope.fields?.push(field.field(scope.oneof));
    if (!field.group) return this.#phrases.symbol(';');
    return this.#phrases.symbol('{') && this.#openMessage(scope, { ...name, name: flat(name.name) });
  }

  #enumStatement(scope: Scope): boolean {
    const word = this.#phrases.word();
    if (word === 'option') return this.#option(undefined);
    if (word === 'reserved') return this.#ranges(scope);
    const { line, column } = this.#phrases.lexer;
    const name = this.#phrases.wordOrFault();
    if (name === undefined || !this.#phrases.symbol('=')) return false;
    const number = this.#phrases.signedInteger();
    const options = number === undefined ? undefined : this.#phrases.bracketOptions(this.#details);
    if (number === undefined || !options) return false;
    this.#symbol('enum-value', scope, name, { line, column });
    if (this.#details) scope.values?.push({ name: flat(name), number, options, line, column });
    return this.#phrases.symbol(';');
  }

  #serviceStatement(scope: Scope): boolean {
    const { lexer } = this.#phrases;
    const word = this.#phrases.word();
    if (word === 'option') return this.#option(undefined);
    if (word !== 'rpc') return this.#phrases.wrong('statement');
    lexer.next();
    const name = this.#phrases.name();
    const input = name && this.#methodType();
    if (!name || !input) return false;
    if (this.#phrases.word() !== 'returns') return this.#phrases.wrong('expected', 'returns');
    lexer.next();
    const output = this.#methodType();
    if (!output) return false;
    scope.methods?.push({
      ...name,
      input: input.type,
      output: output.type,
      clientStreams: input.streams,
      serverStreams: output.streams,
    });
    if (!lexer.is('{')) return this.#phrases.symbol(';');
    lexer.next();
    return this.#open({ kind: 'method', prefix: '', place: name, empty: true });
  }

  /** `(stream T)`. */
  #methodType(): { readonly type: string; readonly streams: boolean } | undefined {
    const { lexer } = this.#phrases;
    if (!this.#phrases.symbol('(')) return undefined;
    // protoc takes the word for the keyword wherever it stands here, even before a dot.
    const streams = this.#phrases.word() === 'stream';
    if (streams) lexer.next();
    if (scalarTypes.has(this.#phrases.word())) lexer.fault('scalar');
    const type = this.#phrases.typeName(true);
    return type !== undefined && this.#phrases.symbol(')') ? { type, streams } : undefined;
  }

  /** `extensions` and `reserved`: ranges of numbers, or names. */
  #ranges(scope: Scope): boolean {
    const { lexer } = this.#phrases;
    const reserved = this.#phrases.word() === 'reserved';
    lexer.next();
    const isName = reserved && (lexer.kind === 'string' || lexer.kind === 'word');
    while (isName ? this.#reservedName() : this.#range(scope.kind === 'enum')) {
      if (lexer.is(',')) {
        lexer.next();
        continue;
      }
      if (!reserved && this.#phrases.bracketOptions(false) === undefined) return false;
      return this.#phrases.symbol(';');
    }
    return false;
  }

  /** A string; with editions, a word. */
  #reservedName(): boolean {
    const { lexer } = this.#phrases;
    if ((lexer.kind === 'word') !== (this.#syntax === 'editions')) lexer.fault('reserved-name');
    if (lexer.kind !== 'word') return this.#phrases.strings() !== undefined;
    lexer.next();
    return true;
  }

  /** Only enums have numbers below zero. */
  #range(signed: boolean): boolean {
    const { lexer } = this.#phrases;
    const number = () => (signed ? this.#phrases.signedInteger() : this.#phrases.integer(2 ** 31 - 1));
    if (number() === undefined) return false;
    if (this.#phrases.word() !== 'to') return true;
    lexer.next();
    if (this.#phrases.word() !== 'max') return number() !== undefined;
    lexer.next();
    return true;
  }

  /** `option name = value;`; kept where there is a list for it. */
  #option(into: ProtoOption[] | undefined): boolean {
    this.#phrases.lexer.next();
    const option = this.#phrases.assignment(into !== undefined);
    if (!option) return false;
    into?.push(option);
    return this.#phrases.symbol(';');
  }
}

/** Blocks in which protoc wants a field: there not even a lone `;` may stand. */
function needsFields({ kind }: Scope): boolean {
  return kind === 'oneof' || kind === 'extend';
}

/** The words `export`, `local` and `import option` came with edition 2024. */
function isAfter2023(syntax: ProtoSource['syntax'], edition: string | undefined): boolean {
  return syntax === 'editions' && edition !== '2023';
}
