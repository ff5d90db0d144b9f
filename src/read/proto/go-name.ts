/** The name that protoc-gen-go makes of one of a .proto file: `hello_world` gives `HelloWorld`. */
export function goName(name: string): string {
  const words = name.replace(/^_/, 'X').replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return words.replace(/^[a-z]|(?<=[0-9])[a-z]/g, (letter) => letter.toUpperCase());
}
