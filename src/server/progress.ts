import type { Connection } from 'vscode-languageserver';
import { t } from '../core/text/localize';

export interface ProgressReporter {
  begin(): void;
  progress(done: number, all: number): void;
  end(): void;
}

/** Tells the client how far some work on many files is, where it asked to be told; on other things, where `words` say so. */
export function createProgress(
  connection: Connection,
  token: string | number | undefined,
  title: string,
  words = (done: number, all: number): string => t('{0} of {1} files', done, all),
): ProgressReporter {
  const send = (value: object): void => {
    if (token !== undefined) void connection.sendNotification('$/progress', { token, value });
  };
  let shown = -1;
  return {
    begin: () => {
      send({ kind: 'begin', title, cancellable: true, percentage: 0 });
    },
    progress(done, all) {
      const percentage = Math.floor((done / all) * 100);
      if (percentage === shown) return;
      shown = percentage;
      send({ kind: 'report', message: words(done, all), percentage });
    },
    end: () => {
      send({ kind: 'end' });
    },
  };
}
