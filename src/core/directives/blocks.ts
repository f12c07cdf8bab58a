import { marked } from '../text/localize';

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

/** What the open source of DocFX reads (Docfx.MarkdigEngine.Extensions). */
export const blocks = [
  {
    name: 'image',
    summary: marked('An image with a border, a larger version or a long description.'),
    attributes: [
      {
        name: 'type',
        values: ['content', 'complex', 'icon'],
        summary: marked(
          'What it is: content with an alt text, complex with a long description too, or a decorative icon.',
        ),
      },
      { name: 'source', summary: marked('The path or address of the image.') },
      { name: 'alt-text', summary: marked('What the image shows, for readers who do not see it.') },
      { name: 'lightbox', summary: marked('The path of a larger version, which a click opens.') },
      { name: 'border', values: ['true', 'false'], summary: marked('Whether it has a border.') },
      { name: 'link', summary: marked('Where a click leads.') },
      { name: 'loc-scope', summary: marked('Which product the image shows, for translators.') },
    ],
    required: ['source'],
    ends: 'complex',
    closes: true,
    isInline: true,
  },
  {
    name: 'video',
    summary: marked('A video that plays in the article.'),
    attributes: [
      { name: 'source', summary: marked('The path or address of the video.') },
      { name: 'title', summary: marked('What the video shows.') },
      { name: 'max-width', summary: marked('The greatest width, in pixels.') },
      { name: 'thumbnail', summary: marked('The address of a picture that stands for the video.') },
      { name: 'upload-date', summary: marked('The day on which it was published.') },
      { name: 'duration', summary: marked('How long it is.') },
      { name: 'type', values: ['content', 'complex'], summary: marked('Whether a long description follows: complex.') },
    ],
    required: ['source'],
    ends: 'complex',
    closes: true,
    isInline: true,
  },
  {
    name: 'code',
    summary: marked('Lines of a code file.'),
    attributes: [
      { name: 'source', summary: marked('The path of the code file.') },
      { name: 'language', summary: marked('The language of the code.') },
      { name: 'range', summary: marked('The lines to show: 1-5,8.') },
      { name: 'id', summary: marked('The name of the snippet to show.') },
      { name: 'highlight', summary: marked('Of the lines that are shown, those to stress: 2-3.') },
      { name: 'interactive', summary: marked('Where readers can run the code.') },
      { name: 'dedent', summary: marked('Columns to take from the start of each line.') },
    ],
    required: ['source'],
    ends: 'never',
    closes: true,
    isInline: false,
  },
  {
    name: 'zone',
    summary: marked('A part that only readers of some pivots or targets see.'),
    attributes: [
      { name: 'pivot', summary: marked('The pivots that show it, in lower case, with commas between them.') },
      { name: 'target', values: ['docs', 'chromeless', 'pdf'], summary: marked('Where it is shown.') },
    ],
    required: [],
    ends: 'always',
    closes: false,
    isInline: false,
  },
  {
    name: 'moniker',
    summary: marked('A part that only readers of some versions see.'),
    attributes: [{ name: 'range', summary: marked('The versions: ">= one-1.0", "one-1.0 || two-2.0".') }],
    required: ['range'],
    ends: 'always',
    closes: false,
    isInline: false,
  },
  {
    name: 'row',
    summary: marked('Columns side by side.'),
    attributes: [],
    required: [],
    ends: 'always',
    closes: true,
    isInline: false,
  },
  {
    name: 'column',
    summary: marked('One of the columns of a row.'),
    attributes: [{ name: 'span', values: ['1', '2', '3', '4'], summary: marked('How many columns wide it is.') }],
    required: [],
    ends: 'always',
    closes: true,
    isInline: false,
  },
  {
    name: 'no-loc',
    summary: marked('A name that translators leave alone.'),
    attributes: [{ name: 'text', summary: marked('The name.') }],
    required: ['text'],
    ends: 'never',
    closes: true,
    isInline: true,
  },
  {
    name: 'form',
    summary: marked('A form of a page without the frame of the site.'),
    attributes: [
      { name: 'action', summary: marked('Where the form is sent.') },
      { name: 'submittext', summary: marked('The text of its button.') },
      { name: 'model', summary: marked('The address of its description.') },
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
