import type { Repository } from '../../core/docset/repository';
import { isMarkdown, join, relativePath } from '../../core/text/path';
import { isNamed } from '../../core/structure/profile';
import { profileTemplate, supportTemplate, templatesOf } from './bundled';
import type { Template } from './template';
import { t } from '../../core/text/localize';

/** What articles of a folder can be begun with. */
export interface Templates {
  /** A team's own first. One of theirs that is named as a bundled one takes its place. */
  readonly templates: readonly Template[];
  /** Why a team's own are not among them: one sentence. */
  readonly problem: string | undefined;
}

/**
 * The templates for a file: those of the folder that the configuration names, those of its profiles, the bundled ones.
 *
 * @param readsOwn whether a folder of the repository may be read for them
 */
export async function templatesFor(repository: Repository, path: string, readsOwn: boolean): Promise<Templates> {
  const { configuration } = repository.files.infoOf(path).context;
  const folder = readsOwn ? configuration.templates : undefined;
  const names = folder === undefined ? [] : await repository.files.namesIn(folder);
  const own: Template[] = [];
  for (const name of (names ?? []).filter(isMarkdown)) {
    const text = await repository.sources.textOf(join(folder ?? '', name));
    if (text !== undefined) own.push(ownTemplate(name, join(folder ?? '', name), text));
  }
  const all = [...own, ...templatesOf(configuration.profiles)];
  return {
    templates: all.filter(({ name }, index) => all.findIndex((other) => other.name === name) === index),
    problem:
      names === undefined
        ? t("There is no folder '{0}', which the configuration names for templates.", folder ?? '')
        : undefined,
  };
}

/** The name of the template for a file: that of the profile that names the file, else the support article. */
export function usualTemplate(repository: Repository, path: string): string {
  const { configuration } = repository.files.infoOf(path).context;
  const relative = relativePath(configuration.folder, path);
  const profile = configuration.profiles.find((candidate) => isNamed(candidate, relative));
  return profile === undefined ? supportTemplate : profileTemplate(profile).name;
}

function ownTemplate(fileName: string, path: string, text: string): Template {
  const name = fileName.replace(/\.md$/i, '');
  const words = name.replaceAll(/[-_]+/g, ' ').trim();
  return {
    name,
    label: words.charAt(0).toUpperCase() + words.slice(1),
    detail: path,
    text: text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n'),
    isOwn: true,
  };
}
