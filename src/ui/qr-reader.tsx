import { useEffect, useEffectEvent, useRef } from 'react';
import decodeQR from 'qr/decode.js';
import styles from './qr-code.module.css';

/** denied: the person or the phone's settings said no. noCamera: there is none that can be used. */
export type CameraTrouble = 'denied' | 'noCamera';

export interface QrReaderProps {
  /** What the picture is, for whoever does not see it. */
  readonly label: string;
  /** Called for every picture with a code in it; false stops reading. */
  readonly onText: (text: string) => boolean;
  readonly onTrouble: (trouble: CameraTrouble) => void;
}

/** Pixels of a side that are searched: enough for a code of 77 squares that fills half of it. */
const mostSide = 720;

/** What the camera at the back sees, searched for QR codes. Nothing of it is kept. */
export function QrReader({ label, onText, onTrouble }: QrReaderProps) {
  const view = useRef<HTMLVideoElement>(null);
  const hear = useEffectEvent(onText);
  const fail = useEffectEvent(onTrouble);
  useEffect(() => {
    const video = view.current;
    if (video === null) return undefined;
    const stop = new AbortController();
    void openCamera(video, stop.signal).then((trouble) => {
      if (stop.signal.aborted) return;
      if (trouble !== null) fail(trouble);
      else follow(video, stop.signal, (text) => hear(text));
    });
    return () => stop.abort();
  }, []);
  return <video ref={view} className={styles.camera} muted playsInline aria-label={label} />;
}

/** The camera is closed with the signal, also when it opens after it. */
async function openCamera(video: HTMLVideoElement, signal: AbortSignal): Promise<CameraTrouble | null> {
  if (!('mediaDevices' in navigator)) return 'noCamera';
  try {
    const stream = await navigator.mediaDevices.getUserMedia({
      video: { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 720 } },
    });
    const close = (): void => {
      for (const track of stream.getTracks()) track.stop();
    };
    if (signal.aborted) close();
    signal.addEventListener('abort', close);
    video.srcObject = stream;
    await video.play();
    return null;
  } catch (error) {
    return error instanceof DOMException && error.name === 'NotAllowedError' ? 'denied' : 'noCamera';
  }
}

function follow(video: HTMLVideoElement, signal: AbortSignal, hear: (text: string) => boolean): void {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  let lastTime = -1;
  function look(): void {
    if (signal.aborted || context === null) return;
    const isNew = video.currentTime !== lastTime;
    lastTime = video.currentTime;
    const text = isNew ? codeIn(video, context) : null;
    if (text === null || hear(text)) requestAnimationFrame(look);
  }
  look();
}

/** In the middle of the picture, which is what the person sees of it. */
function codeIn(video: HTMLVideoElement, context: CanvasRenderingContext2D): string | null {
  const { videoWidth, videoHeight } = video;
  const cut = Math.min(videoWidth, videoHeight);
  const side = Math.min(cut, mostSide);
  if (side === 0) return null;
  context.canvas.width = side;
  context.canvas.height = side;
  context.drawImage(video, (videoWidth - cut) / 2, (videoHeight - cut) / 2, cut, cut, 0, 0, side, side);
  try {
    return decodeQR(context.getImageData(0, 0, side, side));
  } catch {
    return null;
  }
}
