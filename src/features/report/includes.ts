import type { Repository } from '../../core/docset/repository';
import { compareText, type Diagnostic } from '../../core/rules/diagnostic';
import type { IncludeUse } from './model';

/** Include files, and what else is included, with who uses them; the most used first. */
export function includeUses(
  repository: Repository,
  holds: (path: string) => boolean,
  findings: readonly Diagnostic[],
): readonly IncludeUse[] {
  const { graph } = repository.includes;
  const unused = new Set(findings.flatMap(({ code, path }) => (code === 'include-unused' ? [path] : [])));
  const isArticle = (path: string): boolean => repository.files.infoOf(path).kind === 'article';
  return repository.files
    .markdown()
    .filter((path) => holds(path) && (graph.isUsed(path) || unused.has(path)))
    .map((path) => ({
      path,
      users: graph.usersOf(path).length,
      articles: [...graph.dependentsOf(path)].filter(isArticle).length,
      isUnused: unused.has(path),
    }))
    .sort((a, b) => b.users - a.users || b.articles - a.articles || compareText(a.path, b.path));
}
