import { useState } from 'react';
import { useNavigate } from 'react-router';
import { paperKinds } from '#domain/service/paper-kind.ts';
import { useMessages } from '#i18n/messages.ts';
import { walletScreenWords } from '#i18n/sets/wallet-screen.ts';
import { walletWords } from '#i18n/sets/wallet.ts';
import type { WalletMenu } from '#services/menu-wallet.ts';
import { SelectField } from '#ui/fields/select-field.tsx';
import { Notice } from '#ui/notice.tsx';
import { Screen } from '#ui/screen.tsx';
import { showToast } from '#ui/toast-store.ts';
import { PaperPickers } from './paper-pickers.tsx';
import { useKeepWords } from './use-keep-words.ts';
import { useWhose } from './use-whose.ts';
import { WhoseField } from './whose-field.tsx';
import styles from './wallet.module.css';

/** A paper that no form asks for yet: what it is, whose, and its picture. */
export function AddPaperScreen({ wallet }: { readonly wallet: WalletMenu }) {
  const { kinds, kept } = useMessages(walletWords);
  const words = useMessages(walletScreenWords);
  const explain = useKeepWords();
  const navigate = useNavigate();
  const folder = useWhose();
  const [kind, setKind] = useState('');
  const [whose, setWhose] = useState('');
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [missing, setMissing] = useState(false);

  async function add(file: File): Promise<void> {
    setBusy(true);
    setTrouble(null);
    const forWhom = folder.residentId === undefined ? {} : { residentId: folder.residentId };
    const result = await wallet.add(file, { kind, whose: whose.trim(), ...forWhom });
    setBusy(false);
    setTrouble(explain(result));
    if (result.kind !== 'kept') return;
    showToast({ message: kept });
    // Going back from the list leads out of it, not here again.
    void navigate(folder.list, { replace: true });
  }
  return (
    <Screen testId="wallet-add-screen" title={words.addTitle} back={folder.list} lead={words.addLead}>
      <div className={styles.fields}>
        <SelectField
          id="wallet-kind"
          testId="wallet-kind"
          label={words.kind}
          none={words.chooseKind}
          value={kind}
          choices={paperKinds.map((value) => ({ value, label: kinds[value] }))}
          onChange={(chosen) => {
            setKind(chosen);
            setMissing(false);
          }}
          {...(missing ? { error: words.kindMissing } : {})}
        />
        {folder.residentId === undefined && <WhoseField value={whose} onChange={setWhose} />}
      </div>
      {trouble !== null && <Notice tone="alert" live="alert" title={trouble} />}
      <output>{busy ? words.busy : ''}</output>
      <PaperPickers
        busy={busy}
        onRefused={kind === '' ? () => setMissing(true) : undefined}
        onFile={(file) => void add(file)}
      />
    </Screen>
  );
}
