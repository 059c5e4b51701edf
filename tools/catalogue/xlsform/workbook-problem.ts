/** Why a file can't be read as a workbook; the message goes on after the file's name. */
export class WorkbookProblem extends Error {
  override readonly name = 'WorkbookProblem';
}
