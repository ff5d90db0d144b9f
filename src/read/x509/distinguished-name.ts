import { hex } from './der.ts';
import { Fault } from './fault.ts';
import { nameText, readName } from './names.ts';
import type { ParseRules } from './rules.ts';

/** A name as Go prints it, `CN=Acme Root,O=Acme`; its bytes in hexadecimal where it is none. Never throws. */
export function distinguishedName(whole: Uint8Array, rules: ParseRules): string {
  try {
    return nameText(readName(whole, rules));
  } catch (error) {
    if (error instanceof Fault) return hex(whole);
    throw error;
  }
}
