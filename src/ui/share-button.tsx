import { Share2 } from 'lucide-react';
import { Button } from './button.tsx';
import { saveFile } from './save-file.ts';

export interface ShareButtonProps {
  readonly label: string;
  readonly text: string;
  /** Where the browser shares nothing the text is saved as a file of this name. */
  readonly fileName: string;
}

/** The phone's own share sheet: WhatsApp and all else. */
export function ShareButton({ label, text, fileName }: ShareButtonProps) {
  function share(): void {
    if ('share' in navigator) void navigator.share({ text }).catch(() => undefined);
    else saveFile(new Blob([text], { type: 'text/plain;charset=utf-8' }), fileName);
  }
  return (
    <Button icon={<Share2 />} onClick={share} data-testid="share">
      {label}
    </Button>
  );
}
