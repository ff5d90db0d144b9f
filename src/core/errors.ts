import type { Data } from './outcome.ts';

/** Something that the user can mend: told in one line, exit code 2, never a stack trace. */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly key: string;
  readonly data: Data;
  /** What was probably meant. */
  readonly meant: string | undefined;

  constructor(key: string, data: Data = {}, meant?: string) {
    super(key);
    this.key = key;
    this.data = data;
    this.meant = meant;
  }
}

/** Parts of the built program have a class each. */
export function isUserError(error: unknown): error is UserError {
  return error instanceof Error && error.name === 'UserError';
}
