import type { RuleSetting, Severity } from './severity';

interface CodeInfo {
  readonly severity: Severity;
  /** Whether it is reported only where a team gives it a severity. */
  readonly isOff?: boolean;
  /** One sentence for lists of rules. */
  readonly summary: string;
}

/**
 * Every code that this product reports of itself, with its default severity. The names are those of the Learn build
 * where it has one. A metadata schema may rename and re-grade the codes of its dialect (`rules`), so a diagnostic can
 * carry a code that is not in here.
 */
export const codes = {
  'front-matter-missing': { severity: 'warning', summary: 'The article has no front matter.' },
  'front-matter-unclosed': { severity: 'warning', summary: 'The front matter never ends.' },
  'front-matter-not-first': { severity: 'warning', summary: 'Something stands before the front matter.' },
  'yaml-header-syntax-error': { severity: 'error', summary: 'A line of the front matter is not YAML.' },
  'yaml-header-not-object': { severity: 'warning', summary: 'The front matter is not a list of keys and values.' },
  'yaml-duplicate-key': { severity: 'warning', summary: 'A key is written twice.' },
  'null-array-value': { severity: 'warning', summary: 'A list holds an empty item.' },
  'merge-conflict': { severity: 'error', summary: 'A merge conflict was left in the front matter.' },
  'unknown-attribute': { severity: 'warning', summary: 'A key is close to a known one.' },
  'attribute-shadows-default': { severity: 'suggestion', summary: 'An empty key hides an inherited value.' },
  'include-in-front-matter': { severity: 'warning', summary: 'An include stands in the front matter.' },

  'include-not-found': { severity: 'error', summary: 'The file of an include is not there.' },
  'include-invalid': { severity: 'warning', summary: 'An include names something that is no Markdown file.' },
  'circular-reference': { severity: 'error', summary: 'Files include each other in a circle.' },
  'include-outside-root': { severity: 'warning', summary: 'An include leads out of the repository.' },
  'include-unavailable': {
    severity: 'info',
    summary: 'An include lies in a dependent repository that is not on disk.',
  },
  'include-case-mismatch': { severity: 'warning', summary: 'An include and its file differ in upper and lower case.' },
  'include-malformed': { severity: 'warning', summary: 'An include is not written as the build reads it.' },
  'include-unused': { severity: 'suggestion', summary: 'No file includes this include file.' },
  'include-block-inline': { severity: 'warning', summary: 'Block content is included in the middle of a line.' },

  'unexpected-type': { severity: 'warning', summary: 'A value has the wrong type.' },
  'invalid-value': { severity: 'warning', summary: 'A value is not one of those allowed.' },
  'format-invalid': { severity: 'warning', summary: 'A text does not match its pattern or format.' },
  'string-length-invalid': { severity: 'warning', summary: 'A text is too long or too short.' },
  'number-invalid': { severity: 'warning', summary: 'A number is out of its bounds.' },
  'array-length-invalid': { severity: 'warning', summary: 'A list has too many or too few items.' },
  'array-not-unique': { severity: 'warning', summary: 'A list holds an item twice.' },
  'array-contains-failed': { severity: 'warning', summary: 'A list lacks an item that it needs.' },
  'array-min-check-invalid': { severity: 'warning', summary: 'A list has too few items of a kind.' },
  'array-max-check-invalid': { severity: 'warning', summary: 'A list has too many items of a kind.' },
  'property-count-invalid': { severity: 'warning', summary: 'An object has too many or too few keys.' },
  'unknown-field': { severity: 'warning', summary: 'The schema does not allow this key.' },
  'missing-attribute': { severity: 'warning', summary: 'A required key is missing.' },
  'missing-paired-attribute': { severity: 'warning', summary: 'A key needs another one beside it.' },
  'dependent-schemas-failed': { severity: 'warning', summary: 'A key asks for something that is not so.' },
  'missing-either-attribute': { severity: 'warning', summary: 'One of several keys is required.' },
  'precluded-attributes': { severity: 'warning', summary: 'Keys that exclude each other stand together.' },
  'date-format-invalid': { severity: 'warning', summary: 'A date is not written in its format.' },
  'date-out-of-range': { severity: 'warning', summary: 'A date is too early or too late.' },
  'attribute-deprecated': { severity: 'warning', summary: 'A key or a value is retired.' },
  'invalid-paired-attribute': { severity: 'warning', summary: 'A value does not go with that of another key.' },
  'ms-alias-invalid': { severity: 'warning', summary: 'A value cannot be a Microsoft alias.' },
  'duplicate-attribute': { severity: 'suggestion', summary: 'Several articles of the docset share a value.' },
  'attribute-reserved': { severity: 'warning', summary: 'The build sets this key itself.' },
  'one-of-failed': { severity: 'warning', summary: 'A value fits several schemas that exclude each other.' },
  'not-failed': { severity: 'warning', summary: 'A value is what it must not be.' },
  'boolean-schema-failed': { severity: 'warning', summary: 'No value is allowed here.' },

  'title-missing': { severity: 'warning', summary: 'The article has no title.' },
  'description-missing': { severity: 'warning', summary: 'The article has no description.' },
  'author-missing': { severity: 'warning', summary: 'The article has no author.' },
  'ms-author-missing': { severity: 'warning', summary: 'The article has no ms.author.' },
  'ms-author-invalid': { severity: 'warning', summary: 'ms.author is not a Microsoft alias.' },
  'ms-date-missing': { severity: 'warning', summary: 'The article has no ms.date.' },
  'ms-date-invalid': { severity: 'warning', summary: 'ms.date is not MM/DD/YYYY or lies in the future.' },
  'ms-topic-missing': { severity: 'warning', summary: 'The article has no ms.topic.' },
  'ms-topic-invalid': { severity: 'warning', summary: 'ms.topic is not one of the known kinds.' },
  'ms-service-missing': { severity: 'warning', summary: 'The article has no ms.service.' },
  'description-bad-length': { severity: 'suggestion', summary: 'The description is too short or too long.' },
  'title-bad-length': { severity: 'suggestion', summary: 'The title is too short or too long.' },
  'multiple-values': { severity: 'warning', summary: 'A key that takes one value holds several.' },
  'duplicate-title-within-docset': { severity: 'suggestion', summary: 'Several articles share a title.' },
  'duplicate-description-within-docset': { severity: 'suggestion', summary: 'Several articles share a description.' },

  'h1-missing': { severity: 'warning', summary: 'The article has no heading of level 1.' },
  'h1-not-first': { severity: 'warning', summary: 'The heading of level 1 is not the first thing in the article.' },
  'multiple-h1s': { severity: 'suggestion', summary: 'The article has several headings of level 1.' },
  'h1-title-mismatch': {
    severity: 'suggestion',
    isOff: true,
    summary: 'The heading of level 1 is not the title.',
  },
  'heading-skipped': { severity: 'suggestion', summary: 'A heading leaves out a level.' },
  'heading-empty': { severity: 'suggestion', summary: 'A heading has no text.' },

  'alert-unknown': { severity: 'suggestion', summary: 'An alert is of no type that there is.' },
  'alert-malformed': { severity: 'suggestion', summary: 'An alert is not written as the build reads it.' },
  'invalid-note-section': { severity: 'warning', summary: 'Text follows on the first line of an alert.' },
  'invalid-image': { severity: 'error', summary: 'An image is not written as the build reads it.' },
  'invalid-video': { severity: 'error', summary: 'A video is not written as the build reads it.' },
  'invalid-code': { severity: 'error', summary: 'A code snippet is not written as the build reads it.' },
  'invalid-zone': { severity: 'error', summary: 'A zone is not written as the build reads it.' },
  'invalid-moniker-range': { severity: 'warning', summary: 'A moniker range is not written as the build reads it.' },
  'invalid-row': { severity: 'warning', summary: 'A row is not written as the build reads it.' },
  'invalid-nested-column': { severity: 'warning', summary: 'A column is not written as the build reads it.' },
  'triple-colon-unknown': { severity: 'suggestion', summary: 'A name behind ::: is close to a known one.' },
  'triple-colon-unopened': { severity: 'suggestion', summary: 'An end mark ends nothing.' },
  'alt-text-missing': { severity: 'warning', summary: 'An image has no text for readers who do not see it.' },
  'code-block-unclosed': { severity: 'warning', summary: 'A code block has no end.' },
  'code-language-unknown': { severity: 'suggestion', summary: 'The language of a code block is close to a known one.' },

  'section-missing': { severity: 'suggestion', summary: 'An article lacks a section that its kind has.' },
  'section-order': { severity: 'suggestion', summary: 'A section stands in the wrong place.' },
  'section-empty': { severity: 'suggestion', summary: 'A section has a label and no text.' },
  'section-duplicate': { severity: 'suggestion', summary: 'A section is there twice.' },
  'section-style': {
    severity: 'suggestion',
    summary: 'Labels of sections are bold lines and headings in one article.',
  },

  'file-not-found': { severity: 'warning', summary: 'A link names a file that is not there.' },
  'bookmark-not-found': { severity: 'suggestion', summary: 'A link names a heading or an anchor that is not there.' },
  'link-case-mismatch': { severity: 'suggestion', summary: 'A link and what it names differ in upper and lower case.' },
  'link-out-of-scope': { severity: 'warning', summary: 'A link names a file that the build does not take.' },
  'redirected-link': { severity: 'suggestion', summary: 'A link names a page that is redirected.' },
  'hard-coded-locale': { severity: 'suggestion', summary: 'A link to a Microsoft site names a locale.' },
  'docs-link-absolute': { severity: 'suggestion', summary: 'A link to Microsoft Learn names the site.' },
  'insecure-link': { severity: 'suggestion', summary: 'A link begins with http://.' },
  'redirection-invalid': { severity: 'warning', summary: 'A redirection cannot be read.' },
  'redirection-duplicate': { severity: 'suggestion', summary: 'A page is redirected twice.' },
  'redirection-source-exists': { severity: 'warning', summary: 'A page is redirected and still there.' },
  'redirection-loop': { severity: 'warning', summary: 'Redirections lead to each other in a circle.' },
  'redirection-chain': { severity: 'suggestion', summary: 'A redirection leads to a page that is redirected in turn.' },
  'redirection-target-missing': { severity: 'suggestion', summary: 'A redirection leads to a page that is not there.' },
  'redirection-unsorted': {
    severity: 'suggestion',
    isOff: true,
    summary: 'Redirections are not in the order of their source paths.',
  },

  'config-invalid': { severity: 'error', summary: 'Something is wrong in .dynamics-docs.json.' },
  'schema-invalid': { severity: 'error', summary: 'Something is wrong in a metadata schema.' },
  'docfx-config-invalid': { severity: 'error', summary: 'Something is wrong in docfx.json.' },
  'glob-pattern-unmatched': { severity: 'suggestion', summary: 'A pattern of fileMetadata matches no file.' },
  'file-unreadable': { severity: 'warning', summary: 'A file could not be read.' },
  'file-not-utf8': { severity: 'warning', summary: 'A file is not UTF-8.' },
  'symlink-loop': { severity: 'warning', summary: 'A symbolic link leads back to a folder above it.' },
} as const satisfies Record<string, CodeInfo>;

export type Code = keyof typeof codes;

/** What is reported of a code where nobody has said otherwise. */
export function defaultSetting(code: Code): RuleSetting {
  const info: CodeInfo = codes[code];
  return info.isOff === true ? 'off' : info.severity;
}

export function isCode(value: string): value is Code {
  return Object.hasOwn(codes, value);
}
