import { DeployProblem } from '../io/deploy.ts';
import { ReadProblem, type ReadProblemCode } from '../io/readProblem.ts';
import { StorageProblem, type StorageProblemCode } from '../io/storage.ts';

/** What went wrong, or is worth knowing, as a code with values; its sentence lives in i18n as `problem.<code>`. */
export type NoticeCode =
  | ReadProblemCode
  | StorageProblemCode
  | 'linkValueIgnored' // name, value
  | 'linkColumnMissing' // name, value
  | 'linkSplitMissing' // value
  | 'linkReadingUnusable'
  | 'otherFile' // file, rows, opened, openedRows
  | 'deployInvalid' // place, detail
  | 'deployTextInvalid' // detail
  | 'uploadsOff'
  | 'workerRestarted' // file
  | 'unknownSample' // value
  | 'otherSite' // host, address
  | 'otherHost' // host, address, hosts
  | 'exportCancelled' // file
  | 'labelsNotTuned' // labels
  | 'historyShown' // file
  | 'historyAlone' // file
  | 'nothingPasted'
  | 'sessionDamaged' // file
  | 'keptGone'
  | 'keptNotOpened' // file
  | 'keptElsewhere' // file, other
  | 'forgottenElsewhere' // file
  | 'settingsElsewhere' // file
  | 'languageNotLoaded' // language
  | 'unexpected'; // detail

export interface Notice {
  readonly code: NoticeCode;
  readonly values: ReadProblem['values'];
}

/** The notice that tells of an error. */
export function noticeOf(error: unknown): Notice {
  if (error instanceof ReadProblem || error instanceof StorageProblem)
    return { code: error.code, values: error.values };
  if (error instanceof DeployProblem) {
    return error.place === ''
      ? { code: 'deployTextInvalid', values: { detail: error.detail } }
      : { code: 'deployInvalid', values: { place: error.place, detail: error.detail } };
  }
  return { code: 'unexpected', values: { detail: error instanceof Error ? error.message : String(error) } };
}
