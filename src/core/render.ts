import type { Data, Text } from './outcome.ts';

/** Fills the placeholders `{name}` of a message. An unknown placeholder stays as it is, so that a test can see it. */
export function fill(message: string, data: Data = {}): string {
  return message.replace(/\{([a-zA-Z][a-zA-Z0-9]*)\}/g, (whole, name: string) => {
    const value = data[name];
    return value === undefined ? whole : String(value);
  });
}

/** Says a Text in the words of a message table; falls back to its key, which no test lets happen. */
export function say(messages: Readonly<Record<string, string>>, text: Text): string {
  return fill(messages[text.key] ?? text.key, text.data);
}
