/** A kind of article that can be begun. */
export interface Template {
  /** By which it is chosen on the command line. */
  readonly name: string;
  /** As a list shows it. */
  readonly label: string;
  readonly detail: string;
  /** Markdown with what `renderTemplate` fills in; line breaks are `\n`. */
  readonly text: string;
  /** Whether it is a team's own. */
  readonly isOwn: boolean;
}
