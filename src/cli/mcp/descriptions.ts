import type { AgentToolName } from '../../features/agents/tools';

/** A tool as it is offered to a model. */
export interface ToolDescription {
  readonly title: string;
  /** What it gives, and when it helps. */
  readonly description: string;
}

/** The manifest has the same words. */
export const toolDescriptions: Readonly<Record<AgentToolName, ToolDescription>> = {
  dynamics_docs_validate_article: {
    title: 'Validate an article',
    description:
      'Checks a Markdown article or include file of Microsoft Learn documentation (DocFX) as the Learn build would: front matter with what docfx.json supplies, includes, headings, sections, values that must be unique. Returns JSON: findings with file, line, column (from 1), severity, code, message, the text of the line and the titles of fixes. Use it after writing or changing an article, until no errors and warnings are left. It changes nothing.',
  },
  dynamics_docs_effective_metadata: {
    title: 'Effective metadata of an article',
    description:
      'Returns as JSON the metadata that the Microsoft Learn build (DocFX) will see for a file: front matter over fileMetadata and globalMetadata of docfx.json, each key with value, source, file, line and column. Use it before adding metadata to an article, so as not to repeat what it inherits. It answers for any path of a docset, also where no file is yet.',
  },
  dynamics_docs_expand_article: {
    title: 'Expand an article',
    description:
      'Returns the full Markdown of a Microsoft Learn article (DocFX) with its include files in place, nested ones too, and which includes could not be put in place. Use it to read what an article says to its readers; to change included text, edit the include file.',
  },
};
