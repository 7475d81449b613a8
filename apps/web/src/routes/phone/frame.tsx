import { Outlet } from '@tanstack/react-router';
import { DemoStrip } from '../../features/session/phone/demo-strip';
import { SignedOut } from '../../features/session/phone/signed-out';
import { useDemo, useSession } from '../../shared/session';
import { sessionToken } from '../../shared/session-token';
import styles from './frame.module.css';

/** What stands around every screen of the phone: one column. */
export function PhoneFrame() {
  const { data: session } = useSession();
  const { data: demo, isPending } = useDemo();
  const isSignedIn = sessionToken() !== undefined;
  return (
    <div className={styles['frame']}>
      {demo && <DemoStrip demo={demo} session={session} />}
      {isSignedIn ? <Outlet /> : !isPending && <SignedOut demo={demo} />}
    </div>
  );
}
