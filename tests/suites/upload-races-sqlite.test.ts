import { describeUploadRaces } from './upload-races-suite.ts';

describeUploadRaces('one process and its embedded database', 1, async () => ({
  environment: {},
  close: () => Promise.resolve(),
}));
