import { Route, Routes } from 'react-router';
import { EraseScreen } from './erase-screen.tsx';
import { PrivacyScreen } from './privacy-screen.tsx';

/** /privasi: how data are used, and getting rid of them. */
export function PrivacyRoute() {
  return (
    <Routes>
      <Route index element={<PrivacyScreen />} />
      <Route path="hapus" element={<EraseScreen />} />
    </Routes>
  );
}
