import type { Repository } from '../../core/docset/repository';
import { expandedText, expandIncludes, type ExpansionProblem } from '../../core/includes/expand';
import { oneBased } from '../../core/text/position';
import { t } from '../../core/text/localize';
import type { Refusal } from '../refusal';
import { articleText } from './article';
import { beginning, fitting, longestAnswer } from './bounds';
import type { ToolAnswer } from './tools';

/** An article as readers get it, and the includes that stay as they are written. */
export async function expandedAnswer(repository: Repository, path: string): Promise<ToolAnswer | Refusal> {
  const article = await articleText(repository, path);
  if ('refused' in article) return article;
  await repository.followIncludes(path);
  const expansion = expandIncludes(path, article.text, await repository.includes.closureOf(path));
  const whole = expandedText(expansion);
  const markdown = beginning(whole);
  const { kept: problems, left } = fitting(expansion.problems.map(toJson), longestAnswer / 4);
  const notes = [
    ...(markdown.length === whole.length
      ? []
      : [
          t(
            'This is the beginning: {0} of {1} characters. Read the files for the rest.',
            markdown.length,
            whole.length,
          ),
        ]),
    ...(left.length === 0 ? [] : [t('Further includes that could not be put in place: {0}.', left.length)]),
  ];
  const lines = problems.map(
    ({ file, line, column, code, message }) => `${file}:${line}:${column}: ${code} ${message}`,
  );
  return {
    json: { file: path, markdown, problems, ...(notes.length === 0 ? {} : { notes }) },
    texts: [markdown, ...(lines.length + notes.length === 0 ? [] : [[...lines, ...notes].join('\n')])],
  };
}

interface ProblemJson {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly code: string;
  readonly message: string;
}

function toJson({ path, position, code, message }: ExpansionProblem): ProblemJson {
  return { file: path, ...oneBased(position), code, message };
}
