import { useMessages } from '#i18n/messages.ts';
import { repairWords } from '#i18n/sets/repair.ts';
import styles from './apply.module.css';
import { useApplyForm } from './form-context.ts';

/** Beside what an official marked: that they did, and their words. */
export function RepairMark() {
  const { form: words } = useMessages(repairWords);
  const { repair } = useApplyForm().draft;
  if (repair === undefined) return null;
  return (
    <span className={styles.alert} data-testid="repair-mark">
      <span>{repair.reason === null ? words.marked : `${words.says} ${repair.reason}`}</span>
    </span>
  );
}
