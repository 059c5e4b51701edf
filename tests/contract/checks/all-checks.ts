import type { Check } from '../check.ts';
import { capabilityChecks } from './capabilities.ts';
import { catalogueChecks } from './catalogue.ts';
import { changeChecks } from './changes.ts';
import { claimChecks } from './claims.ts';
import { completeRaceChecks } from './complete-race.ts';
import { createChecks } from './create.ts';
import { deviceChecks } from './devices.ts';
import { erasureChecks } from './erasure.ts';
import { mapChecks } from './map.ts';
import { officerDecisionChecks } from './officer-decisions.ts';
import { officerDeskChecks } from './officer-desk.ts';
import { officerQueueChecks } from './officer-queue.ts';
import { onBehalfChecks } from './on-behalf.ts';
import { oneTimeCodeChecks } from './one-time-codes.ts';
import { ownershipChecks } from './ownership.ts';
import { pushChecks } from './push.ts';
import { raceChecks } from './race.ts';
import { replayChecks } from './replay.ts';
import { resultFileChecks } from './result-files.ts';
import { resultChecks } from './results.ts';
import { revealChecks } from './reveals.ts';
import { revisionChecks } from './revisions.ts';
import { sealingChecks } from './sealing.ts';
import { signInChecks } from './sign-in.ts';
import { signedReceiptChecks } from './signed-receipts.ts';
import { surveyChecks } from './surveys.ts';
import { uploadBytesChecks } from './upload-bytes.ts';
import { uploadCompleteChecks } from './upload-complete.ts';
import { uploadJudgedChecks } from './upload-judged.ts';
import { uploadProtocolChecks } from './upload-protocol.ts';
import { uploadTicketChecks } from './upload-ticket.ts';
import { validationChecks } from './validation.ts';
import { withdrawalChecks } from './withdrawals.ts';

/** In the order of the report. */
export const allChecks: readonly Check[] = [
  ...capabilityChecks,
  ...catalogueChecks,
  ...mapChecks,
  ...signInChecks,
  ...oneTimeCodeChecks,
  ...createChecks,
  ...replayChecks,
  ...raceChecks,
  ...ownershipChecks,
  ...claimChecks,
  ...onBehalfChecks,
  ...validationChecks,
  ...changeChecks,
  ...uploadProtocolChecks,
  ...uploadBytesChecks,
  ...uploadJudgedChecks,
  ...uploadCompleteChecks,
  ...completeRaceChecks,
  ...signedReceiptChecks,
  ...deviceChecks,
  ...erasureChecks,
  ...officerQueueChecks,
  ...officerDeskChecks,
  ...officerDecisionChecks,
  ...sealingChecks,
  ...uploadTicketChecks,
  ...pushChecks,
  ...revisionChecks,
  ...withdrawalChecks,
  ...resultChecks,
  ...resultFileChecks,
  ...surveyChecks,
  ...revealChecks,
];
