import { Me } from '../../features/session/phone/me';
import { Tabs } from './tabs';

export function MeScreen() {
  return (
    <>
      <Me />
      <Tabs />
    </>
  );
}
