import { checkOpenedPapers } from '../browser/checks.ts';
import { programNamed, type SecurityRow, testsNamed } from '../check.ts';

const uploads = 'server/routes/upload-routes.test.ts';
const judged = 'server/uploads/judging/hostile-papers.test.ts';
const names = 'server/uploads/hostile-names.test.ts';
const matrix = programNamed('the authorisation matrix', 'node', 'tools/authz-matrix.ts');

/** Files that people send. */
export const papersRows: readonly SecurityRow[] = [
  {
    id: 'R15',
    requirement: 'Papers: types by their bytes, size, count, looked through and written anew by the office',
    checks: [
      testsNamed(judged, 'a paper that is refused', 'bytes of another kind than they say'),
      testsNamed(
        uploads,
        'large ones with 413',
        'takes 200 documents',
        'of another type, back to 0',
        'more bytes than announced',
      ),
    ],
    browser: ['files that cannot be a paper are refused'],
  },
  {
    id: 'R16',
    requirement: 'Files lie under names of our own',
    checks: [
      testsNamed(uploads, 'hands out an unguessable address', 'gives the bytes as an attachment'),
      testsNamed(names, 'of a hundred thousand names', 'as an id, a slot or an address'),
    ],
    browser: ['a file whose name is an attack'],
  },
  {
    id: 'R17',
    requirement: 'Papers are served as attachments in a sandbox, to their session only',
    checks: [
      testsNamed(uploads, 'gives the bytes as an attachment'),
      { what: 'a paper that is a page as well, and its address in other hands', run: checkOpenedPapers },
      matrix,
    ],
  },
  {
    id: 'R18',
    requirement: 'Antivirus hook (CLAMD_HOST; without it the office relies on the rest)',
    checks: [
      testsNamed('server/uploads/judging/clamd-scanner.test.ts', 'clamd, as it is asked'),
      testsNamed('tests/suites/scanner-toy.test.ts', 'what the scanner says', 'a paper of an office'),
      testsNamed('tests/suites/scanner-clamd.test.ts', 'what the scanner says', 'a paper of an office'),
    ],
  },
];
