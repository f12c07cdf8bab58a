// Node's `assert`, as far as the tests inside VS Code use it, for hosts without Node: scripts/build-tests.mjs puts it in its place.
import isDeepEqual from 'fast-deep-equal/es6';

class AssertionError extends Error {
  override readonly name = 'AssertionError';

  constructor({ message }: { readonly message: string }) {
    super(message);
  }
}

function check(holds: boolean, message: string | undefined, expectation: () => string): void {
  if (!holds) throw new AssertionError({ message: message ?? expectation() });
}

function shown(value: unknown): string {
  return value instanceof RegExp || value === undefined ? String(value) : JSON.stringify(value, undefined, 2);
}

const assert = {
  AssertionError,
  ok(value: unknown, message?: string): void {
    check(Boolean(value), message, () => `Expected something, got ${shown(value)}`);
  },
  equal(actual: unknown, expected: unknown, message?: string): void {
    check(Object.is(actual, expected), message, () => `Expected ${shown(expected)}\ngot ${shown(actual)}`);
  },
  notEqual(actual: unknown, unwanted: unknown, message?: string): void {
    check(!Object.is(actual, unwanted), message, () => `Expected another value than ${shown(unwanted)}`);
  },
  deepEqual(actual: unknown, expected: unknown, message?: string): void {
    check(isDeepEqual(actual, expected), message, () => `Expected ${shown(expected)}\ngot ${shown(actual)}`);
  },
  match(text: string, pattern: RegExp, message?: string): void {
    check(pattern.test(text), message, () => `Expected a match of ${shown(pattern)}\ngot ${shown(text)}`);
  },
  doesNotMatch(text: string, pattern: RegExp, message?: string): void {
    check(!pattern.test(text), message, () => `Expected no match of ${shown(pattern)}\ngot ${shown(text)}`);
  },
  async rejects(promise: Promise<unknown>, pattern: RegExp): Promise<void> {
    const reason = await promise.then(
      () => undefined,
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    );
    check(
      reason !== undefined && pattern.test(reason),
      undefined,
      () => `Expected ${shown(pattern)}\ngot ${shown(reason)}`,
    );
  },
  fail(message: string): never {
    throw new AssertionError({ message });
  },
};

export default assert;
