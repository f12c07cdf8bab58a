import type { DocsetFolder } from '../metadata/docfxConfig';
import type { Code } from '../rules/codes';
import { t } from '../text/localize';
import type { Span } from '../text/position';
import { isPlaceholder, leadsOut, type LinkWorld } from './findings';

export interface FolderFinding {
  readonly code: Code;
  readonly message: string;
  readonly span: Span;
}

/** What is wrong with the folders from which a docfx.json takes files: what is not there brings the build none. */
export function folderFindings(
  folders: readonly DocsetFolder[],
  world: LinkWorld,
  folderInAnyCase: (path: string) => string | undefined,
): FolderFinding[] {
  return folders.flatMap(({ written, span, folder }): FolderFinding[] => {
    if (isPlaceholder(written)) return [];
    if (folder === undefined)
      return world.isRootCertain ? [{ code: 'file-not-found', message: leadsOut(written), span }] : [];
    if (folder === '' || world.hasFolder(folder) || world.stateOf(folder) !== undefined) return [];
    if (world.mayBeElsewhere(folder)) return [];
    const actual = folderInAnyCase(folder);
    if (actual === undefined)
      return [
        {
          code: 'file-not-found',
          message: t("There is no folder '{0}': the build takes nothing from it.", folder),
          span,
        },
      ];
    const message = t("The folder is called '{0}'. The build server tells upper and lower case apart.", actual);
    return [{ code: 'link-case-mismatch', message, span }];
  });
}
