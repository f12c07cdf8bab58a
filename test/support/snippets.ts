/** A snippet as VS Code reads it. */
export interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

/** The snippets of a file, by their names. */
export function snippetsFrom(text: string): ReadonlyMap<string, Snippet> {
  return new Map(Object.entries(JSON.parse(text) as Record<string, Snippet>));
}

/** A place to fill in. */
export interface TabStop {
  readonly number: number;
  /** What stands there first. */
  readonly value: string;
  readonly choices: readonly string[];
}

const tabStop = /\$\{(\d+)\|((?:\\.|[^|\\])*)\|\}|\$\{(\d+):((?:\\.|[^}\\])*)\}|\$\{?(\d+)\}?/g;
const variable = /\$(CURRENT_[A-Z]+)/g;

/** The places to fill in, in the order of the text; what is filled in elsewhere stands there again, without a value. */
export function tabStopsOf({ body }: Snippet): readonly TabStop[] {
  return [...body.join('\n').matchAll(tabStop)].map(([, chosen, list, named, value, bare]) => {
    const choices = list === undefined ? [] : list.split(',');
    return { number: Number(chosen ?? named ?? bare), value: choices[0] ?? value ?? '', choices };
  });
}

/** The text of a snippet of which nothing was changed, on a day. Nothing nests in ours. */
export function expand(snippet: Snippet, day: Date): string {
  const values = new Map(tabStopsOf(snippet).flatMap(({ number, value }) => (value === '' ? [] : [[number, value]])));
  const twoDigits = (number: number): string => String(number).padStart(2, '0');
  const variables: Readonly<Record<string, string>> = {
    CURRENT_YEAR: String(day.getFullYear()),
    CURRENT_MONTH: twoDigits(day.getMonth() + 1),
    CURRENT_DATE: twoDigits(day.getDate()),
  };
  return snippet.body
    .join('\n')
    .replaceAll(variable, (written, name: string) => variables[name] ?? written)
    .replaceAll(tabStop, (_written, ...groups: (string | undefined)[]) => {
      const number = Number(groups[0] ?? groups[2] ?? groups[4]);
      return values.get(number) ?? '';
    });
}
