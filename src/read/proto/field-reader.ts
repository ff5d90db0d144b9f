import type { Place } from '../source-text.ts';
import { flat } from './flat.ts';
import type { ProtoPhrases } from './phrases.ts';
import type { ProtoField, ProtoName, ProtoOption } from './proto-source.ts';

/** What the block around a field means for it. */
export interface FieldSurroundings {
  readonly syntax: 'proto2' | 'proto3' | 'editions';
  readonly block: 'message' | 'oneof' | 'extend';
}

/** Types that are no messages. */
export const scalarTypes: ReadonlySet<string> = new Set([
  'double',
  'float',
  'int32',
  'int64',
  'uint32',
  'uint64',
  'sint32',
  'sint64',
  'fixed32',
  'fixed64',
  'sfixed32',
  'sfixed64',
  'bool',
  'string',
  'bytes',
]);

/** Reads one field after the other; what it read of the last stands in its properties, so that most fields make no object. */
export class FieldReader {
  readonly #phrases: ProtoPhrases;
  readonly #keep: boolean;
  label: ProtoField['label'];
  /** Of the label, or of the type where there is none. */
  labelPlace: Place = { line: 1, column: 1 };
  type = '';
  keyType: string | undefined;
  group = false;
  /** Of a group the message that it declares. */
  name: ProtoName = { name: '', line: 1, column: 1 };
  number = Number.NaN;
  options: readonly ProtoOption[] = [];

  /** `keep`: types and options are wanted. */
  constructor(phrases: ProtoPhrases, keep: boolean) {
    this.#phrases = phrases;
    this.#keep = keep;
  }

  /** Up to the `;` or the block of a group. `first`: a word of the type that was read already, at this place. */
  read(around: FieldSurroundings, first?: ProtoName): boolean {
    const { lexer } = this.#phrases;
    this.labelPlace = first ?? this.#phrases.place();
    this.label = undefined;
    this.keyType = undefined;
    if (!this.#head(around, first?.name)) return false;
    const { line, column } = lexer;
    const name = this.#phrases.wordOrFault();
    if (name === undefined || !this.#phrases.symbol('=')) return false;
    const number = this.#phrases.integer(2 ** 31 - 1);
    const options = number === undefined ? undefined : this.#phrases.bracketOptions(this.#keep);
    if (number === undefined || !options) return false;
    this.name = { name, line, column };
    this.number = number;
    this.options = options;
    return true;
  }

  /** The name of the field itself: a group's is that of its message in small letters. */
  get fieldName(): string {
    return this.group ? this.name.name.toLowerCase() : this.name.name;
  }

  /** The field as it is kept. */
  field(oneof: string | undefined): ProtoField {
    const { label, keyType, number, options, name } = this;
    return {
      name: flat(this.fieldName),
      number,
      type: flat(this.group ? name.name : this.type),
      ...(keyType !== undefined && { keyType }),
      ...(label && { label }),
      ...(oneof !== undefined && { oneof }),
      options,
      line: name.line,
      column: name.column,
    };
  }

  /** Label and type. What is wrong with a label is noted; the field is read all the same. */
  #head(around: FieldSurroundings, first: string | undefined): boolean {
    const { lexer } = this.#phrases;
    let word = first ?? this.#phrases.word();
    if (first === undefined && (word === 'optional' || word === 'required' || word === 'repeated')) {
      this.label = word;
      const fault = labelFault(word, around);
      if (fault !== undefined) lexer.fault(fault);
      lexer.next();
      word = this.#phrases.word();
    }
    const begun = first !== undefined || word === 'map';
    if (first === undefined && begun) {
      lexer.next();
      if (lexer.is('<')) return this.#map(around);
    }
    this.group = word === 'group' && first === undefined;
    if (!this.label && around.syntax === 'proto2' && around.block !== 'oneof')
      lexer.note({ ...this.#place(), key: 'label-missing', found: flat(word.slice(0, 40)) });
    if (this.group && around.syntax !== 'proto2') lexer.fault('group');
    const type = begun ? this.#phrases.restOfName(word, this.#keep) : this.#phrases.typeName(this.#keep);
    if (type === undefined) return false;
    this.type = type;
    this.group &&= type === 'group';
    return true;
  }

  #map(around: FieldSurroundings): boolean {
    const { lexer } = this.#phrases;
    if (this.label || around.block !== 'message') lexer.note({ ...this.#place(), key: 'map', found: 'map' });
    lexer.next();
    const keyType = this.#phrases.typeName(this.#keep);
    if (keyType === undefined || !this.#phrases.symbol(',')) return false;
    const type = this.#phrases.typeName(this.#keep);
    if (type === undefined || !this.#phrases.symbol('>')) return false;
    this.keyType = keyType;
    this.type = type;
    this.group = false;
    return true;
  }

  #place(): Place {
    return { line: this.labelPlace.line, column: this.labelPlace.column };
  }
}

function labelFault(label: string, { syntax, block }: FieldSurroundings): string | undefined {
  if (block === 'oneof') return 'label-in-oneof';
  if (syntax === 'proto3' && label === 'required') return 'required-in-proto3';
  return syntax === 'editions' && label !== 'repeated' ? 'label-in-editions' : undefined;
}
