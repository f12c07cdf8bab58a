import type { CancellationToken, Connection } from 'vscode-languageserver';
import { changesBetween } from '../core/text/changes';
import { asInEditor } from '../core/text/lines';
import { createSourceDocument } from '../core/text/sourceDocument';
import { changesOf } from '../features/edits';
import { otherRepairable } from '../features/fixes/examine';
import { fixedFiles } from '../features/fixes/fixFiles';
import { guarded, signalOf } from './handlers';
import {
  fixAllInWorkspaceRequest,
  type FixAllInWorkspaceParams,
  type FixAllInWorkspaceResult,
} from './metadataProtocol';
import { createProgress } from './progress';
import type { Session } from './session';
import type { Sessions } from './sessions';
import { uriOf } from './uris';
import { t } from '../core/text/localize';

type FixedFiles = FixAllInWorkspaceResult['files'];

/** Fix All in Workspace: works out every certain repair and leaves it to the editor to make them. */
export function answerFixAllRequest(connection: Connection, sessions: Sessions): void {
  const nothing: FixAllInWorkspaceResult = { files: [], checked: 0, cancelled: false };
  connection.onRequest(
    fixAllInWorkspaceRequest,
    guarded(
      connection,
      'Repairing the workspace',
      nothing,
      async (params: FixAllInWorkspaceParams, token: CancellationToken): Promise<FixAllInWorkspaceResult> => {
        const signal = signalOf(token);
        const report = createProgress(connection, params.workDoneToken, t('Looking for repairs'));
        const files: FixedFiles[number][] = [];
        let checked = 0;
        report.begin();
        try {
          for (const session of await sessions.ofFolders()) {
            checked += await session.readAll((done, all) => {
              report.progress(done, all);
            }, signal);
            if (signal.aborted) break;
            files.push(...(await repairsOf(session, signal)));
          }
        } finally {
          report.end();
        }
        return { files: signal.aborted ? [] : files, checked, cancelled: signal.aborted };
      },
    ),
  );
}

async function repairsOf({ repository, root }: Session, signal: { readonly aborted: boolean }): Promise<FixedFiles> {
  const files: FixedFiles[number][] = [];
  const paths = [...repository.files.articlesAndIncludes(), ...otherRepairable(repository)];
  for await (const { path, before, text, fixed, isUnsafe } of fixedFiles(repository, paths)) {
    if (signal.aborted) break;
    if (isUnsafe) continue;
    const shown = asInEditor(before);
    files.push({
      uri: uriOf(root, path),
      edits: changesOf(createSourceDocument(path, shown), changesBetween(shown, asInEditor(text))),
      titles: fixed.map(({ title }) => title),
    });
  }
  return files;
}
