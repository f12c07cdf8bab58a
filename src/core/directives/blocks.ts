/** An attribute of a `:::` element. */
export interface AttributeInfo {
  readonly name: string;
  /** All that it may say, where that is a list. */
  readonly values?: readonly string[];
  /** One sentence for completion. */
  readonly summary: string;
}

/** An element that DocFX writes as `:::name …`. */
export interface BlockInfo {
  readonly name: string;
  readonly attributes: readonly AttributeInfo[];
  /** Attributes without which it is none. */
  readonly required: readonly string[];
  /** Whether a line ends it: always, or where `type` is `complex`. */
  readonly ends: 'always' | 'complex' | 'never';
  /** Whether `:::` stands behind its attributes. */
  readonly closes: boolean;
  /** Whether it may stand in the middle of a line: then no space follows the first colons. */
  readonly isInline: boolean;
  /** One sentence for completion. */
  readonly summary: string;
}

const source = (what: string): AttributeInfo => ({ name: 'source', summary: `The path or address of the ${what}.` });

/** What the open source of DocFX reads (Docfx.MarkdigEngine.Extensions). */
export const blocks = [
  {
    name: 'image',
    summary: 'An image with a border, a larger version or a long description.',
    attributes: [
      {
        name: 'type',
        values: ['content', 'complex', 'icon'],
        summary: 'What it is: content with an alt text, complex with a long description too, or a decorative icon.',
      },
      source('image'),
      { name: 'alt-text', summary: 'What the image shows, for readers who do not see it.' },
      { name: 'lightbox', summary: 'The path of a larger version, which a click opens.' },
      { name: 'border', values: ['true', 'false'], summary: 'Whether it has a border.' },
      { name: 'link', summary: 'Where a click leads.' },
      { name: 'loc-scope', summary: 'Which product the image shows, for translators.' },
    ],
    required: ['source'],
    ends: 'complex',
    closes: true,
    isInline: true,
  },
  {
    name: 'video',
    summary: 'A video that plays in the article.',
    attributes: [
      source('video'),
      { name: 'title', summary: 'What the video shows.' },
      { name: 'max-width', summary: 'The greatest width, in pixels.' },
      { name: 'thumbnail', summary: 'The address of a picture that stands for the video.' },
      { name: 'upload-date', summary: 'The day on which it was published.' },
      { name: 'duration', summary: 'How long it is.' },
      { name: 'type', values: ['content', 'complex'], summary: 'Whether a long description follows: complex.' },
    ],
    required: ['source'],
    ends: 'complex',
    closes: true,
    isInline: true,
  },
  {
    name: 'code',
    summary: 'Lines of a code file.',
    attributes: [
      source('code file'),
      { name: 'language', summary: 'The language of the code.' },
      { name: 'range', summary: 'The lines to show: 1-5,8.' },
      { name: 'id', summary: 'The name of the snippet to show.' },
      { name: 'highlight', summary: 'Of the lines that are shown, those to stress: 2-3.' },
      { name: 'interactive', summary: 'Where readers can run the code.' },
      { name: 'dedent', summary: 'Columns to take from the start of each line.' },
    ],
    required: ['source'],
    ends: 'never',
    closes: true,
    isInline: false,
  },
  {
    name: 'zone',
    summary: 'A part that only readers of some pivots or targets see.',
    attributes: [
      { name: 'pivot', summary: 'The pivots that show it, in lower case, with commas between them.' },
      { name: 'target', values: ['docs', 'chromeless', 'pdf'], summary: 'Where it is shown.' },
    ],
    required: [],
    ends: 'always',
    closes: false,
    isInline: false,
  },
  {
    name: 'moniker',
    summary: 'A part that only readers of some versions see.',
    attributes: [{ name: 'range', summary: 'The versions: ">= one-1.0", "one-1.0 || two-2.0".' }],
    required: ['range'],
    ends: 'always',
    closes: false,
    isInline: false,
  },
  {
    name: 'row',
    summary: 'Columns side by side.',
    attributes: [],
    required: [],
    ends: 'always',
    closes: true,
    isInline: false,
  },
  {
    name: 'column',
    summary: 'One of the columns of a row.',
    attributes: [{ name: 'span', values: ['1', '2', '3', '4'], summary: 'How many columns wide it is.' }],
    required: [],
    ends: 'always',
    closes: true,
    isInline: false,
  },
  {
    name: 'no-loc',
    summary: 'A name that translators leave alone.',
    attributes: [{ name: 'text', summary: 'The name.' }],
    required: ['text'],
    ends: 'never',
    closes: true,
    isInline: true,
  },
  {
    name: 'form',
    summary: 'A form of a page without the frame of the site.',
    attributes: [
      { name: 'action', summary: 'Where the form is sent.' },
      { name: 'submittext', summary: 'The text of its button.' },
      { name: 'model', summary: 'The address of its description.' },
    ],
    required: ['action', 'submittext'],
    ends: 'never',
    closes: true,
    isInline: false,
  },
] as const satisfies readonly BlockInfo[];

export type BlockName = (typeof blocks)[number]['name'];

const byName: ReadonlyMap<string, BlockInfo & { readonly name: BlockName }> = new Map(
  blocks.map((block) => [block.name, block]),
);

export function blockOf(name: string): (BlockInfo & { readonly name: BlockName }) | undefined {
  return byName.get(name);
}

/** The line that ends an element, as the build reads it without a warning. */
export function endMarkOf({ name, closes }: Pick<BlockInfo, 'name' | 'closes'>): string {
  return closes ? `:::${name}-end:::` : `::: ${name}-end`;
}

/** What stands between the brackets of `> [!NOTE]`. */
export const alertTypes = ['NOTE', 'TIP', 'IMPORTANT', 'CAUTION', 'WARNING'] as const;
