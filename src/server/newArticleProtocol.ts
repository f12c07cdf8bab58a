/** What client and server say to each other about new articles. Types and names only: no code of the server reaches the extension. */

/** Client → server request: what an article of a folder can begin with. Answers `ArticleChoices`; `null` outside of a repository. */
export const articleChoicesRequest = 'dynamicsDocs/articleChoices';
export interface ArticleChoicesParams {
  /** Of the folder. */
  readonly uri: string;
}
export interface ArticleChoices {
  /** The usual one of the folder first. */
  readonly templates: readonly TemplateChoice[];
  /** Why a team's own templates are not among them: one sentence; '' where they are. */
  readonly problem: string;
  /** Values of `ms.service` that other articles have, the most frequent first; `null` where docfx.json supplies it. */
  readonly services: readonly string[] | null;
}
export interface TemplateChoice {
  readonly name: string;
  readonly label: string;
  readonly detail: string;
  readonly isOwn: boolean;
}

/** Client → server request: puts an article together. Answers `ComposedArticle | TakenName | Refused`. */
export const composeArticleRequest = 'dynamicsDocs/composeArticle';
export interface ComposeArticleParams {
  /** Of the folder. */
  readonly uri: string;
  readonly template: string;
  readonly title: string;
  /** Name or `ms.service`; '' for neither. */
  readonly product: string;
  /** Without it the title names the file. */
  readonly fileName?: string;
}
export interface ComposedArticle {
  /** Of the file that is to be made. */
  readonly uri: string;
  readonly text: string;
  /** The same as a snippet. */
  readonly snippet: string;
}
/** There is a file of that name; another one that is free is suggested. */
export interface TakenName {
  readonly taken: string;
  readonly suggestion: string;
}
