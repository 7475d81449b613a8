import { Today } from '../../features/worklist/phone/today';
import { Tabs } from './tabs';

export function TodayScreen() {
  return (
    <>
      <Today />
      <Tabs />
    </>
  );
}
