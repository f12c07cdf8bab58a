import assert from 'node:assert/strict';
import { it } from 'mocha';
import { parseFrontMatter } from '../../../../src/core/frontMatter/parse';
import { toJson, type JsonValue } from '../../../../src/core/text/locatedNode';
import { showSpan } from '../support/show';

export interface Reading {
  readonly metadata: JsonValue;
  /** `place code message`, in the order of the file. */
  readonly problems: readonly string[];
  readonly readByBuild: boolean;
}

export function read(text: string): Reading {
  const { map, problems, readByBuild } = parseFrontMatter(text);
  const inOrder = [...problems].sort((a, b) => a.span.start - b.span.start);
  return {
    metadata: toJson(map),
    problems: inOrder.map(({ code, message, span }) => `${showSpan(text, span)} ${code} ${message}`),
    readByBuild,
  };
}

/** One mistake in a header with good keys around it: what is said, and what is read all the same. */
export interface Mistake {
  readonly lines: string | readonly string[];
  readonly metadata: Readonly<Record<string, JsonValue>>;
  readonly problems: readonly string[];
}

/** Lines count from 1, the opening delimiter being line 1; `title` stands on line 2 and `author` below the mistake. */
export function itSays(name: string, { lines, metadata, problems }: Mistake): void {
  const between = [lines].flat().join('\n');
  const text = `---\ntitle: A title\n${between}\nauthor: me\n---\n# A title\n`;
  it(name, () => {
    assert.deepEqual(read(text), {
      metadata: { title: 'A title', ...metadata, author: 'me' },
      problems,
      readByBuild: false,
    });
  });
  it(`${name}, with CRLF`, () => {
    assert.deepEqual(read(text.replaceAll('\n', '\r\n')), {
      metadata: { title: 'A title', ...metadata, author: 'me' },
      problems,
      readByBuild: false,
    });
  });
}
