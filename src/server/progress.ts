import type { Connection } from 'vscode-languageserver';
import { t } from '../core/text/localize';

export interface ProgressReporter {
  begin(): void;
  progress(done: number, all: number): void;
  end(): void;
}

/** Tells the client how far some work on many files is, where it asked to be told. */
export function createProgress(
  connection: Connection,
  token: string | number | undefined,
  title: string,
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
      send({ kind: 'report', message: t('{0} of {1} files', done, all), percentage });
    },
    end: () => {
      send({ kind: 'end' });
    },
  };
}
