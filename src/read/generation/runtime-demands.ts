import { type DescriptorFile, readDescriptorFile } from './descriptor-file.ts';
import { readRawDescriptors } from './raw-descriptor.ts';

/** Something that generated code needs of its runtime, and the line that shows it. */
export interface Demand {
  /** 1-based. */
  readonly line: number;
  /** Of the line, trimmed. */
  readonly text: string;
}

/** What the code of one file needs of google.golang.org/protobuf, beside what every release of it has. */
export interface RuntimeDemands {
  /** Names that it uses of `protoimpl`, each with its first line: `protoimpl.X.SetPresent`. */
  readonly names: ReadonlyMap<string, Demand>;
  /** The first field of proto3 that says `optional`. */
  readonly optional?: Demand & { readonly field: string };
  /** The edition of its .proto file: `2023`. */
  readonly edition?: Demand & { readonly name: string };
}

const used = 'protoimpl.';
const nameAt = /protoimpl\.(?:X\.)?[A-Za-z]\w*/y;

/** Reads what a file of protoc-gen-go 1.20 or later needs. Linear in the length of the text; never throws. */
export function readRuntimeDemands(file: Uint8Array): RuntimeDemands {
  const text = Buffer.from(file.buffer, file.byteOffset, file.byteLength).toString('latin1');
  const lines = new Lines(text);
  const names = new Map<string, Demand>();
  for (let at = text.indexOf(used); at >= 0; at = text.indexOf(used, at + used.length)) {
    nameAt.lastIndex = at;
    const name = nameAt.exec(text)?.[0];
    if (name !== undefined && !names.has(name)) names.set(name, lines.at(at));
  }
  const descriptors = readRawDescriptors(file).flatMap(({ line, variable, bytes }) => {
    const descriptor = readDescriptorFile(bytes);
    return descriptor ? [{ descriptor, place: { line, text: `${variable} = …` } }] : [];
  });
  const optional = descriptors.map(({ descriptor, place }) => optionalOf(descriptor, text, place)).find((one) => one);
  const edition = descriptors.find(({ descriptor }) => descriptor.edition !== undefined);
  return {
    names,
    ...(optional && { optional }),
    ...(edition && { edition: { ...edition.place, name: edition.descriptor.edition ?? '' } }),
  };
}

/** The field in Go has a tag with its name and its number; where nobody finds it, the descriptor stands for it. */
function optionalOf({ syntax, messages }: DescriptorFile, text: string, place: Demand): RuntimeDemands['optional'] {
  if (syntax !== 'proto3') return undefined;
  for (const { name, fields } of messages) {
    const field = fields.find(({ label }) => label === 'optional');
    if (!field) continue;
    const tag = text.indexOf(`,${field.number},opt,name=${field.name},`);
    return { field: `${name}.${field.name}`, ...(tag < 0 ? place : new Lines(text).at(tag)) };
  }
  return undefined;
}

/** Nobody reads more of a line. */
const longest = 200;

/** Numbers of lines, counted once through the text for places that come in its order. */
class Lines {
  readonly #text: string;
  #line = 1;
  #counted = 0;

  constructor(text: string) {
    this.#text = text;
  }

  at(place: number): Demand {
    for (let next = this.#next(); next >= 0 && next < place; next = this.#next()) {
      this.#line += 1;
      this.#counted = next + 1;
    }
    const end = this.#next();
    return {
      line: this.#line,
      text: this.#text
        .slice(this.#counted, end < 0 ? this.#text.length : end)
        .trim()
        .slice(0, longest),
    };
  }

  #next(): number {
    return this.#text.indexOf('\n', this.#counted);
  }
}
